package dev.orders;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms: who lives where, and who may know whom. */
class ArchitectureTest {

  private static final JavaClasses ORDERS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.orders");

  @ParameterizedTest
  @CsvSource({
    "cli,      http drill bench app worker redis email invoice shipping queue order",
    "http,     app queue order",
    "drill,    app worker redis email invoice shipping queue order",
    "bench,    app worker redis email invoice shipping queue order",
    "app,      worker redis email invoice shipping queue order",
    "worker,   queue",
    "redis,    queue",
    "email,    queue order",
    "invoice,  queue order",
    "shipping, queue order",
    "queue,    ''",
    "order,    ''",
  })
  void should_import_downwards_only(String room, String below) {
    Stream<String> known = Stream.concat(Stream.of(room), words(below));
    String[] packages = known.map(ArchitectureTest::inside).toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(inside(room))
        .should()
        .onlyDependOnClassesThat(
            not(resideInAnyPackage("dev.orders..")).or(resideInAnyPackage(packages)))
        .allowEmptyShould(true)
        .check(ORDERS);
  }

  @Test
  void should_know_only_the_command_line_in_main() {
    classes()
        .that(type(Main.class))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.orders", "dev.orders.cli", "dev.orders.http")
        .check(ORDERS);
  }

  @ParameterizedTest
  @CsvSource({
    "io.lettuce,         redis",
    "redis.embedded,     redis",
    "jakarta.mail,       email",
    "org.eclipse.angus,  email",
    "org.apache.pdfbox,  invoice",
    "org.apache.fontbox, invoice",
    "java.net.http,      shipping",
    "picocli,            cli",
    "io.netty.handler.codec, http",
    "ch.qos.logback,     cli",
  })
  void should_keep_a_library_in_one_room(String library, String room) {
    noClasses()
        .that()
        .resideOutsideOfPackage(inside(room))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .check(ORDERS);
  }

  @Test
  void should_have_a_rule_for_each_room() {
    assertThat(ORDERS.stream().map(JavaClass::getPackageName).distinct())
        .isSubsetOf(
            "dev.orders",
            "dev.orders.cli",
            "dev.orders.http",
            "dev.orders.drill",
            "dev.orders.bench",
            "dev.orders.app",
            "dev.orders.worker",
            "dev.orders.redis",
            "dev.orders.email",
            "dev.orders.invoice",
            "dev.orders.shipping",
            "dev.orders.queue",
            "dev.orders.order");
  }

  @Test
  void should_have_no_circles() {
    slices().matching("dev.orders.(*)..").should().beFreeOfCycles().check(ORDERS);
  }

  @Test
  void should_have_no_room_for_odds_and_ends() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..model..", "..impl..", "..service..")
        .check(ORDERS);
  }

  @Test
  void should_end_the_process_in_main_only() {
    noClasses()
        .that(not(type(Main.class)))
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(ORDERS);
  }

  @Test
  void should_write_to_the_streams_that_are_passed_in() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(ORDERS);
  }

  private static String inside(String room) {
    return "dev.orders." + room + "..";
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
  }
}
