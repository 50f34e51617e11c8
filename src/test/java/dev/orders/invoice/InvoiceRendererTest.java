package dev.orders.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

class InvoiceRendererTest {

  @Test
  void should_write_everything_a_customer_looks_for() throws IOException {
    assertThat(Pdf.of(Samples.korean()).lines())
        .containsExactly(
            "거래명세서 주식회사 오더스",
            "서울특별시 마포구 양화로 45",
            "메세나폴리스 3층",
            "사업자등록번호 123-45-67890",
            "전화 02-1234-5678",
            "help@orders.example",
            "주문 정보 배송지",
            "주문 번호 17 홍길동",
            "주문 일시 2026년 3월 1일 14:30 테헤란로 123, 4층",
            "주문자 홍길동 서울특별시 강남구 06133",
            "이메일 hong@example.com 대한민국",
            "010-1234-5678",
            "상품 수량 단가 금액",
            "노트북 컴퓨터 15인치 1 1,500,000원 1,500,000원",
            "무선 마우스 2 45,000원 90,000원",
            "USB-C 충전 케이블 2m 3 12,900원 38,700원",
            "상품 합계 1,628,700원",
            "신규 회원 할인 -50,000원",
            "배송비 3,000원",
            "총 주문 금액 1,581,700원");
  }

  @Test
  void should_write_english_and_another_currency() throws IOException {
    Pdf pdf = Pdf.of(Samples.renderer(Seller.UNKNOWN, Locale.ENGLISH), Samples.english());

    assertThat(pdf.lines())
        .containsExactly(
            "Invoice",
            "Order Ship to",
            "Order number 17 Jane Smith",
            "Order date 2026-03-01 14:30 221B Baker Street",
            "Customer Jane Smith London NW1 6XE",
            "E-mail jane@example.com United Kingdom",
            "+44 20 7946 0018",
            "Product Quantity Unit price Total",
            "Mechanical keyboard, brown switches 1 $129.95 $129.95",
            "Desk lamp 2 $39.50 $79.00",
            "Subtotal $208.95",
            "Spring sale -$20.00",
            "Shipping $4.90",
            "Grand total $193.85");
  }

  @Test
  void should_write_english_for_a_language_it_does_not_speak_whatever_the_machine_speaks()
      throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.KOREA);
    try {
      assertThat(Pdf.of(Samples.renderer(Seller.UNKNOWN, Locale.FRENCH), Samples.english()).lines())
          .startsWith("Invoice");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void should_repeat_the_head_of_the_table_and_number_the_pages_when_there_are_several()
      throws IOException {
    Pdf pdf = Pdf.of(Samples.ofItems(70));

    assertThat(pdf.pages()).hasSize(3);
    assertThat(pdf.pages()).allMatch(page -> page.contains("상품 수량 단가 금액"));
    assertThat(pdf.pages().get(0)).endsWith("거래명세서 17 1 / 3");
    assertThat(pdf.pages().get(2)).endsWith("거래명세서 17 3 / 3");
    assertThat(pdf.lines()).filteredOn(line -> line.matches("상품 \\d+ .*")).hasSize(70);
  }

  @Test
  void should_not_number_a_single_page() throws IOException {
    assertThat(Pdf.of(Samples.korean()).lines()).noneMatch(line -> line.contains("1 / 1"));
  }

  @Test
  void should_never_leave_the_grand_total_without_an_item_on_its_page() throws IOException {
    for (int items = 15; items < 30; items++) {
      List<String> pages = Pdf.of(Samples.ofItems(items)).pages();
      assertThat(pages.get(pages.size() - 1))
          .as("%d items", items)
          .contains("상품 " + items + " ", "총 주문 금액");
    }
  }

  @Test
  void should_wrap_a_long_name_and_lose_nothing_of_it() throws IOException {
    String name = "아주 긴 이름을 가진 상품 ".repeat(20).strip();

    Pdf pdf = Pdf.of(Samples.ofProduct(name));

    assertThat(pdf.packed()).contains(name.replace(" ", "").substring(0, 20));
    assertThat(pdf.lines().size()).isGreaterThan(Pdf.of(Samples.ofProduct("짧은")).lines().size());
  }

  @Test
  void should_survive_a_name_of_64_kilobytes_in_every_place() throws IOException {
    String name = "x".repeat(65_536);
    List<Pdf> made = new ArrayList<>();
    made.add(Pdf.of(Samples.ofProduct(name)));
    made.add(Pdf.of(Samples.ofCustomer(name)));
    made.add(Pdf.of(Samples.ofAdjustment(name)));

    for (Pdf pdf : made) {
      assertThat(pdf.packed().chars().filter(c -> c == 'x').count()).isGreaterThanOrEqualTo(65_536);
      assertThat(pdf.lines()).anyMatch(line -> line.startsWith("총 주문 금액"));
    }
  }

  @Test
  void should_show_a_substitute_for_what_the_font_lacks() throws IOException {
    assertThat(Pdf.of(Samples.ofProduct("컵 \uD83D\uDE00\u202E 머그\u0000")).lines())
        .contains("컵 □ 머그 1 1,000원 1,000원");
  }

  @Test
  void should_embed_only_its_own_fonts_and_little_of_them() throws IOException {
    byte[] bytes = Samples.bytes(Samples.korean());

    assertThat(bytes).hasSizeLessThan(20_480);
    try (PDDocument document = Pdf.open(bytes)) {
      var resources = document.getPage(0).getResources();
      for (var name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansKR-.*");
        assertThat(font.isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void should_describe_itself_without_personal_data() throws IOException {
    try (PDDocument document = Pdf.open(Samples.bytes(Samples.korean()))) {
      PDDocumentInformation information = document.getDocumentInformation();
      assertThat(information.getTitle()).isEqualTo("거래명세서 17");
      assertThat(information.getAuthor()).isEqualTo("주식회사 오더스");
      assertThat(information.getCreationDate().toInstant()).isEqualTo("2026-03-01T05:30:05Z");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ko");
    }
  }
}
