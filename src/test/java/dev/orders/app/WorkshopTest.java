package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopTest {

  @TempDir Path directory;

  private Map<String, String> environment = Map.of();

  @Test
  void should_name_the_variable_but_not_the_secret_when_an_adapter_refuses_its_setting() {
    assertRefused("ORDERS_SMTP_URL", "http://user:s3cret@mail", () -> workshop().confirmation());
    assertRefused("ORDERS_CARRIER_URL", "ftp://user:s3cret@carrier", () -> workshop().shipping());
    assertRefused("ORDERS_MAIL_FROM", "not an address", () -> workshop().notice());
  }

  private void assertRefused(String variable, String value, Runnable making) {
    environment = Map.of(variable, value);

    assertThatThrownBy(making::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.reason()).isEqualTo(ProblemException.Reason.USAGE))
        .hasMessageContaining(variable)
        .hasMessageNotContaining("s3cret");
  }

  private Workshop workshop() {
    return new Workshop(new Settings(Variables.of(environment, directory)));
  }
}
