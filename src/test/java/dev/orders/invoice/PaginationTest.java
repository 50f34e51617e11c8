package dev.orders.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.invoice.Pagination.Placed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaginationTest {

  private static final Column COLUMN = Column.left(Sheet.LEFT, 200);
  private static final int LINES_A_PAGE = (int) ((Sheet.BOTTOM - Sheet.TOP) / Style.BODY.leading());

  private final Pagination pagination = new Pagination();

  @Test
  void should_place_rows_one_below_the_other() {
    pagination.place(List.of(row("a", 2), row("b", 1)));

    assertThat(texts()).containsExactly(List.of("a", "a", "b"));
    assertThat(pagination.pages().get(0))
        .extracting(Placed::top)
        .containsExactly(Sheet.TOP, Sheet.TOP + 28);
  }

  @Test
  void should_not_part_rows_that_belong_together() {
    pagination.place(List.of(row("a", LINES_A_PAGE - 1)));
    pagination.place(List.of(row("b", 1), row("c", 1)));

    assertThat(texts().get(1)).containsExactly("b", "c");
  }

  @Test
  void should_repeat_the_head_of_a_table_on_every_further_page() {
    pagination.begin(row("head", 1), List.of(row("a", LINES_A_PAGE - 1)));
    pagination.place(List.of(row("b", LINES_A_PAGE - 1)));
    pagination.place(List.of(row("c", 1)));

    assertThat(texts()).extracting(page -> page.get(0)).containsExactly("head", "head", "head");
    assertThat(texts().get(2)).containsExactly("head", "c");
  }

  @Test
  void should_not_leave_the_head_of_a_table_alone_at_the_foot_of_a_page() {
    pagination.place(List.of(row("a", LINES_A_PAGE - 1)));
    pagination.begin(row("head", 1), List.of(row("b", 1)));

    assertThat(texts().get(0)).doesNotContain("head");
    assertThat(texts().get(1)).containsExactly("head", "b");
  }

  @Test
  void should_move_a_row_that_does_not_fit_rather_than_split_it() {
    pagination.place(List.of(row("a", LINES_A_PAGE / 2 + 1)));
    pagination.place(List.of(row("b", LINES_A_PAGE)));

    assertThat(texts().get(1)).hasSize(LINES_A_PAGE).containsOnly("b");
  }

  @Test
  void should_split_a_row_that_is_taller_than_a_page() {
    pagination.begin(row("head", 1), List.of(row("a", 3 * LINES_A_PAGE)));

    List<String> all = texts().stream().flatMap(List::stream).toList();
    assertThat(all).filteredOn("a"::equals).hasSize(3 * LINES_A_PAGE);
    assertThat(texts()).hasSize(4).allSatisfy(page -> assertThat(page.get(0)).isEqualTo("head"));
  }

  @Test
  void should_keep_the_end_of_a_group_together_that_is_taller_than_a_page() {
    List<Row> group = new ArrayList<>(Collections.nCopies(LINES_A_PAGE, row("a", 1)));
    group.add(row("end", 1));

    pagination.place(group);

    assertThat(texts().get(1)).containsExactly("a", "a", "end");
  }

  @Test
  void should_stay_above_the_foot_of_the_page() {
    for (int number = 0; number < 200; number++) {
      pagination.place(List.of(row("a", 1 + number % 7)));
    }
    for (List<Placed> page : pagination.pages()) {
      Placed last = page.get(page.size() - 1);
      assertThat(last.top() + last.row().height()).isLessThanOrEqualTo(Sheet.BOTTOM);
    }
  }

  private static Row row(String text, int lines) {
    return Row.plain(
        0, 0, new Cell(COLUMN, Collections.nCopies(lines, new Line(text, Style.BODY))));
  }

  private List<List<String>> texts() {
    return pagination.pages().stream().map(PaginationTest::texts).toList();
  }

  private static List<String> texts(List<Placed> page) {
    return page.stream()
        .flatMap(placed -> placed.row().cells().stream())
        .flatMap(cell -> cell.lines().stream())
        .map(Line::text)
        .toList();
  }
}
