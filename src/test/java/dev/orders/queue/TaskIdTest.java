package dev.orders.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskIdTest {

  private static final Pattern NAME = Pattern.compile("[a-z]{1,24}(-[1-9][0-9]{0,8})?");
  private static final Pattern WRITTEN = Pattern.compile("[1-9][0-9]{0,17}-" + NAME);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-a",
        "17-invoice",
        "999999999999999999-status-999999999",
        "1-abcdefghijklmnopqrstuvwx-1"
      })
  void should_read_what_it_writes(String text) {
    assertThat(TaskId.parse(text)).map(TaskId::toString).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "17",
        "17-",
        "-invoice",
        "0-invoice",
        "017-invoice",
        "+17-invoice",
        "1000000000000000000-invoice",
        "17-Invoice",
        "17-주문",
        "١٧-invoice",
        "17-invoice-",
        "17-invoice-0",
        "17-invoice-02",
        "17-invoice-1234567890",
        "17-invoice-2-3",
        "17--2",
        "17-invoice ",
        "17-invoice\n",
        "17-abcdefghijklmnopqrstuvwxy",
        "17-invoice:x"
      })
  void should_name_no_task_by_anything_else(String text) {
    assertThat(TaskId.parse(text)).isEmpty();
  }

  @Test
  void should_read_just_what_the_allowlist_allows() {
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      String text = random(random, "0123-az", 9);
      assertThat(TaskId.parse(text).isPresent())
          .as(text)
          .isEqualTo(WRITTEN.matcher(text).matches());
    }
  }

  @Test
  void should_refuse_parts_that_could_not_be_read_again() {
    assertThatThrownBy(() -> new TaskId(0, "invoice")).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new TaskId(1, "invoice-0")).hasMessageContaining("status-2");
  }

  private static String random(Random random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
