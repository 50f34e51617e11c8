package dev.orders.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** These tests need a browser. Where there is none they are skipped, and it is said aloud. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Condition.class)
@interface InChromium {

  /** Looks for the browser. */
  final class Condition implements ExecutionCondition {

    private static final String WHY =
        "no Chromium was found on the PATH. Install one (Debian: apt-get install chromium), or name"
            + " it in CHROMIUM";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (Chromium.program().isPresent()) {
        return ConditionEvaluationResult.enabled("a browser was found");
      }
      if (context.getTestMethod().isEmpty()) {
        System.err.println(
            "SKIPPED: the browser tests of " + context.getDisplayName() + ": " + WHY);
      }
      return ConditionEvaluationResult.disabled(WHY);
    }
  }
}
