package dev.orders.bench;

import java.util.Locale;

/** Every bench there is, and its usual size. */
public enum BenchKind {
  /** Tasks whose handler does nothing, worked off by one worker. */
  QUEUE(5_000),
  /** Orders read from NDJSON, checked and accepted. */
  SUBMIT(20_000),
  /** From a submission, or the moment a task is due, to the start of the handler. */
  LATENCY(1_000),
  /** Orders with all that follows: e-mails into files, PDF invoices, a local carrier. */
  PIPELINE(500),
  /** Whether a task costs more when many wait, and how long an audit takes. */
  DEPTH(20_000),
  /** PDF invoices alone, by one thread. */
  INVOICE(1_000);

  private final int usual;

  BenchKind(int usual) {
    this.usual = usual;
  }

  /** How many orders a repetition takes unless somebody says otherwise. */
  public int usual() {
    return usual;
  }

  /** Its name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Course course() {
    return switch (this) {
      case QUEUE -> new QueueBench();
      case SUBMIT -> new SubmitBench();
      case LATENCY -> new LatencyBench();
      case PIPELINE -> new PipelineBench();
      case DEPTH -> new DepthBench();
      case INVOICE -> new InvoiceBench();
    };
  }
}
