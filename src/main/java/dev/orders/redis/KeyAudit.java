package dev.orders.redis;

import dev.orders.queue.AuditTerms;
import dev.orders.queue.Check;
import dev.orders.queue.Flaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Walks over every key of the namespace: is it known, of its type, at home, and somebody's? */
final class KeyAudit {

  private static final int PIECE = 250;
  private static final String TASK = "task";

  private final Requests requests;
  private final Partitions partitions;
  private final Keys keys;
  private final AuditTerms terms;
  private final TaskListCheck taskList;
  private final Pattern partitioned;
  private final Map<String, SoundKeys> soundKeys = new HashMap<>();
  private final Suspects<String> suspects = new Suspects<>();

  KeyAudit(Requests requests, Partitions partitions, Keys keys, AuditTerms terms) {
    this.requests = requests;
    this.partitions = partitions;
    this.keys = keys;
    this.terms = terms;
    this.taskList = new TaskListCheck(terms.plan());
    this.partitioned = AuditedKey.partitioned(keys.namespace());
  }

  /** Spares these keys of the partition with that prefix: they have been seen to be right. */
  void spare(String prefix, SoundKeys sound) {
    soundKeys.put(prefix, sound);
  }

  /** Tells what is wrong, of those keys that are so twice. */
  void run(ReadAhead ahead, Flaws flaws) {
    ahead.each(new KeyPages(requests, keys.pattern()), this::look);
    for (List<String> piece : pieces(suspects.all())) {
      judge(existing(piece), (flaw, key) -> flaws.add(flaw, item(flaw, key)));
    }
  }

  private void look(List<String> page) {
    List<String> others = page.stream().filter(key -> !isSound(key)).toList();
    judge(others, (flaw, key) -> suspects.add(key));
  }

  private boolean isSound(String key) {
    String prefix = key.substring(0, key.indexOf("}:") < 0 ? 0 : key.indexOf("}:") + 2);
    SoundKeys sound = soundKeys.get(prefix);
    return sound != null && sound.contains(key);
  }

  /** False when more seemed wrong than an audit takes note of. */
  boolean isComplete() {
    return !suspects.isFull();
  }

  /** Of a task its id is told where it is about the task, else the whole key. */
  private static String item(Flaw flaw, String key) {
    return flaw.check() == Check.TASKS ? key.substring(key.lastIndexOf(':') + 1) : key;
  }

  private List<String> existing(List<String> some) {
    List<Long> found =
        requests.readAll(redis -> some.stream().map(key -> redis.exists(key)).toList());
    List<String> existing = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      // A name that is no text cannot be asked for again, and nobody writes one by mistake.
      if (found.get(i) > 0 || AuditedKey.isGarbled(some.get(i))) {
        existing.add(some.get(i));
      }
    }
    return existing;
  }

  private void judge(List<String> some, Flaws flaws) {
    Map<OrderIds, List<AuditedKey>> byPartition = new LinkedHashMap<>();
    for (String key : some) {
      Optional<AuditedKey> audited = parse(key);
      if (audited.isEmpty()) {
        judgeShared(key, flaws);
      } else if (isAstray(audited.get())) {
        flaws.add(Flaw.ASTRAY, key);
      } else {
        byPartition
            .computeIfAbsent(audited.get().ids(), none -> new ArrayList<>())
            .add(audited.get());
      }
    }
    byPartition.forEach((ids, all) -> pieces(all).forEach(piece -> judgePiece(ids, piece, flaws)));
  }

  private boolean isAstray(AuditedKey key) {
    boolean isIdempotencyKey = key.kind().equals("idem");
    return key.isOfOrderElsewhere()
        || (isIdempotencyKey && partitions.numberOf(key.id()) != key.ids().partition());
  }

  private Optional<AuditedKey> parse(String key) {
    return AuditedKey.parse(key, partitioned, partitions.count(), terms.plan().queues());
  }

  private void judgePiece(OrderIds ids, List<AuditedKey> piece, Flaws flaws) {
    List<String> arguments = piece.stream().flatMap(key -> key.arguments().stream()).toList();
    List<Object> words =
        requests.run(Script.AUDIT_KEYS, keys.partition(ids.partition()).never(), arguments);
    for (int i = 0; i < piece.size(); i++) {
      AuditedKey key = piece.get(i);
      flaw((String) words.get(i), key).ifPresent(flaw -> flaws.add(flaw, key.key()));
    }
  }

  private Optional<Flaw> flaw(String word, AuditedKey key) {
    return switch (word) {
      case "TYPE" -> Optional.of(Flaw.WRONG_TYPE);
      case "UNISSUED" -> Optional.of(Flaw.NEVER_ISSUED);
      case "TTL" -> Optional.of(key.shape().expires() ? Flaw.NEVER_EXPIRES : Flaw.EXPIRES);
      case "ORPHAN" -> Optional.of(orphan(key.kind()));
      case "UNLISTED" -> Optional.of(unlisted(key.id()));
      default -> Optional.empty();
    };
  }

  private static Flaw orphan(String kind) {
    return switch (kind) {
      case TASK -> Flaw.TASK_OF_NO_ORDER;
      case "body" -> Flaw.BODY_OF_NO_ORDER;
      case "idem" -> Flaw.KEY_OF_NO_ORDER;
      default -> Flaw.KEY_WITHOUT_ORDER;
    };
  }

  private Flaw unlisted(String task) {
    String name = task.substring(task.indexOf('-') + 1);
    return taskList.isPlanned(name) ? Flaw.UNLISTED_TASK : Flaw.UNEXPECTED_TASK;
  }

  /** The two keys that all partitions share; there is no other outside of them. */
  private void judgeShared(String key, Flaws flaws) {
    boolean isShared = key.equals(keys.meta()) || key.equals(keys.workers());
    if (!isShared) {
      flaws.add(Flaw.UNKNOWN_KEY, key);
      return;
    }
    String type = requests.read(redis -> redis.type(key));
    if (!type.equals(key.equals(keys.meta()) ? "hash" : "zset")) {
      flaws.add(Flaw.WRONG_TYPE, key);
    }
    if (requests.read(redis -> redis.pttl(key)) >= 0) {
      flaws.add(Flaw.EXPIRES, key);
    }
  }

  private static <T> List<List<T>> pieces(List<T> all) {
    List<List<T>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PIECE) {
      pieces.add(all.subList(from, Math.min(from + PIECE, all.size())));
    }
    return pieces;
  }
}
