package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxWitnessTest {

  @TempDir Path folder;

  @Test
  void should_see_a_letter_that_was_sent_again() throws IOException {
    OutboxWitness witness = new OutboxWitness(folder);
    write("1-email.eml", 1);
    write("2-email.eml", 1);
    witness.look();
    write("2-email.eml", 2);
    witness.look();

    assertThat(witness.repeated()).isEqualTo(1);
    assertThat(witness.letters()).containsExactlyInAnyOrder("1-email.eml", "2-email.eml");
  }

  @Test
  void should_not_take_a_draft_for_a_letter() throws IOException {
    OutboxWitness witness = new OutboxWitness(folder);
    write(".1-email.eml", 1);
    write("1-email.tmp", 1);
    witness.look();

    assertThat(witness.letters()).isEmpty();
  }

  @Test
  void should_not_mind_an_outbox_that_nobody_has_written_to() {
    OutboxWitness witness = new OutboxWitness(folder.resolve("none"));
    witness.look();

    assertThat(witness.letters()).isEmpty();
    assertThat(witness.repeated()).isZero();
  }

  private void write(String name, int second) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "letter");
    Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1_000L));
  }
}
