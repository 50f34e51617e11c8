package dev.orders.redis;

import dev.orders.queue.AuditTerms;
import dev.orders.queue.Flaw;
import dev.orders.redis.PlacesPicture.Place;
import java.util.List;
import java.util.Set;

/**
 * Whether something that stands in a queue, or should, lies where it belongs, and not for too long.
 *
 * @param served the queues that some worker has had free hands for
 */
record PlaceCheck(AuditTerms terms, Set<String> served) {

  void check(PlacesPicture one, Flaws flaws) {
    List<Place> places = one.places();
    if (one.isGhost() && !places.isEmpty()) {
      flaws.add(Flaw.GHOST, one.id());
    }
    if (!one.isReadable() || !TaskPicture.isKnown(one.state())) {
      return; // told elsewhere
    }
    if (TaskPicture.hasEnded(one.state())) {
      if (!places.isEmpty()) {
        flaws.add(Flaw.FINISHED_IN_PLACE, one.id());
      }
      return;
    }
    checkPlaces(one, places, flaws);
    places.forEach(place -> checkTime(one, place, flaws));
  }

  private static void checkPlaces(PlacesPicture task, List<Place> places, Flaws flaws) {
    List<Place> own = places.stream().filter(place -> place.queue().equals(task.queue())).toList();
    long kinds = own.stream().map(Place::name).distinct().count();
    if (own.size() < places.size()) {
      flaws.add(Flaw.FOREIGN, task.id());
    } else if (own.isEmpty()) {
      flaws.add(Flaw.NOWHERE, task.id());
    }
    if (own.size() > kinds) {
      flaws.add(Flaw.REPEATED, task.id());
    }
    if (kinds > 1) {
      flaws.add(Flaw.SEVERAL_PLACES, task.id());
    } else if (kinds == 1 && !own.get(0).fits(task.state())) {
      flaws.add(Flaw.DISAGREES, task.id());
    }
  }

  private void checkTime(PlacesPicture task, Place place, Flaws flaws) {
    if (isTooLong(place.name(), place.score(), task.now())) {
      flaws.add(Flaw.LEASE_TOO_LONG, task.id());
    } else if (isOverdue(place.queue(), place.name(), place.score(), task.now())) {
      boolean isLease = place.name().equals("lease");
      flaws.add(isLease ? Flaw.LEASE_OVERDUE : Flaw.DELAYED_OVERDUE, task.id());
    }
  }

  /** True when a lease ends later than any lease may. */
  boolean isTooLong(String place, double score, long now) {
    return place.equals("lease") && score > now + (double) terms.longestLease().toMillis();
  }

  /** True when workers have left lying for too long what they should have moved on. */
  boolean isOverdue(String queue, String place, double score, long now) {
    boolean isTimed = place.equals("lease") || place.equals("delayed");
    return isTimed && served.contains(queue) && score < now - (double) terms.patience().toMillis();
  }
}
