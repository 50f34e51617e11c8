package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class VerbsTest {

  @Test
  void should_find_each_verb_alone_by_the_name_that_it_has() {
    assertThat(Verbs.of())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            verb ->
                assertThat(Verbs.of(verb.getAnnotation(Command.class).name(), "--help"))
                    .isEqualTo(List.of(verb)));
  }

  @Test
  void should_look_at_all_verbs_where_a_command_line_begins_with_none() {
    assertThat(Verbs.of("--help")).isEqualTo(Verbs.of());
    assertThat(Verbs.of("-q", "status")).isEqualTo(Verbs.of());
    assertThat(Verbs.of("Status")).isEqualTo(Verbs.of());
    assertThat(Verbs.of("")).isEqualTo(Verbs.of());
  }
}
