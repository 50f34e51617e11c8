package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

  private static final DrillTerms TERMS = DrillTerms.of(100, 2, 11, 2, 40, 17);

  @Test
  void should_draw_the_same_plan_from_the_same_seed() {
    assertThat(FaultPlan.draw(TERMS)).isEqualTo(FaultPlan.draw(TERMS));
  }

  @Test
  void should_draw_another_plan_from_another_seed() {
    DrillTerms other = DrillTerms.of(100, 2, 11, 2, 40, 18);

    assertThat(FaultPlan.draw(other)).isNotEqualTo(FaultPlan.draw(TERMS));
  }

  @Test
  void should_plan_as_many_of_each_kind_as_asked_for() {
    Map<FaultKind, Long> counts =
        FaultPlan.draw(TERMS).stream()
            .collect(Collectors.groupingBy(Fault::kind, Collectors.counting()));

    assertThat(counts)
        .containsEntry(FaultKind.KILL, 11L)
        .containsEntry(FaultKind.REDIS_KILL, 2L)
        .containsEntry(FaultKind.CUT, 40L)
        .containsEntry(FaultKind.PAUSE, 3L)
        .containsEntry(FaultKind.SCRIPT_FLUSH, 3L);
  }

  @Test
  void should_leave_a_redis_in_peace_that_is_not_its_own() {
    assertThat(FaultPlan.draw(TERMS.sparingRedis()))
        .extracting(Fault::kind)
        .doesNotContain(FaultKind.REDIS_KILL, FaultKind.SCRIPT_FLUSH)
        .contains(FaultKind.KILL, FaultKind.CUT, FaultKind.PAUSE);
  }

  @Test
  void should_carry_out_each_fault_once_when_the_work_has_come_so_far() {
    FaultPlan plan = new FaultPlan(TERMS);
    List<Fault> struck = new ArrayList<>();

    plan.carryOut(0, struck::add);
    assertThat(struck).isEmpty();
    plan.carryOut(0.5, struck::add);
    assertThat(struck).isNotEmpty().allSatisfy(fault -> assertThat(fault.at()).isLessThan(0.5));
    plan.carryOut(1, struck::add);

    assertThat(struck).containsExactlyElementsOf(FaultPlan.draw(TERMS));
    assertThat(plan.left()).isZero();
    assertThat(plan.done()).isEqualTo(TERMS.faults());
  }

  @Test
  void should_try_again_what_was_not_possible_and_not_hold_up_the_rest() {
    FaultPlan plan = new FaultPlan(TERMS);

    plan.carryOut(1, fault -> fault.kind() != FaultKind.KILL);
    assertThat(plan.left()).isEqualTo(11);
    assertThat(plan.done()).doesNotContainKey(FaultKind.KILL).containsEntry(FaultKind.CUT, 40);

    plan.carryOut(1, fault -> true);
    assertThat(plan.left()).isZero();
  }
}
