package dev.orders.http;

import dev.orders.app.JsonForm;
import dev.orders.app.KeyConflict;
import dev.orders.app.OrderBatch;
import dev.orders.app.ProblemException;
import dev.orders.app.SubmitTerms;
import dev.orders.order.Fault;
import dev.orders.order.Order;
import dev.orders.order.OrderReader;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * Takes orders in while they come and answers each with a line, in their order: its acceptance, or
 * what is wrong with it, which keeps no other order out. Orders are sent to Redis together while
 * more of them are there; before this waits for the client, everything that came is answered.
 */
final class LineSink implements OrderReader.Sink {

  private final OrderBatch batch;
  private final RedisGate gate;
  private final SubmitTerms terms;
  private final JsonForm<Receipt> form;
  private final Outlet out;
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  private final List<Fault> faults = new ArrayList<>();
  private long firstUnsent;

  LineSink(
      OrderBatch batch, RedisGate gate, SubmitTerms terms, JsonForm<Receipt> form, Outlet out) {
    this.batch = batch;
    this.gate = gate;
    this.terms = terms;
    this.form = form;
    this.out = out;
  }

  /** Reads orders to the end and ends the answer. When Redis goes away, the last line says so. */
  void take(InputStream orders) throws IOException {
    if (orders instanceof BodyStream upload) {
      upload.whenIdle(this::answerAll);
    }
    try {
      OrderReader.read(orders, "request", this);
      answerAll();
    } catch (BrokerException e) {
      refuse(Problems.of(e), firstUnsent);
      sendAnswers();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.end();
  }

  @Override
  public void order(long line, int nth, Order order) {
    answerFaults();
    try {
      String key = terms.keyFor(line, nth).orElse(order.idempotencyKey());
      firstUnsent = batch.isEmpty() ? line : firstUnsent;
      batch.add(Long.toString(line), order, key, Duration.ZERO);
    } catch (ProblemException e) {
      submit();
      refuse(Problems.of(e), line);
    }
    if (batch.isFull()) {
      submitAndSend();
    }
  }

  @Override
  public void fault(Fault fault) {
    if (!faults.isEmpty() && faults.get(0).line() != fault.line()) {
      answerFaults();
    }
    faults.add(fault);
  }

  @Override
  public void warning(Fault warning) {
    // What is left out does no harm, and the answer has no place for it.
  }

  private void answerAll() throws IOException {
    answerFaults();
    submit();
    sendAnswers();
  }

  private void submitAndSend() {
    try {
      submit();
      sendAnswers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answerFaults() {
    if (!faults.isEmpty()) {
      submit();
      refuse(OrderProblems.problem(faults), faults.get(0).line());
      faults.clear();
    }
  }

  private void submit() {
    if (batch.isEmpty()) {
      return;
    }
    gate.pass(
        () -> {
          batch.send(this::accept, this::refuse);
          return batch;
        });
  }

  private void accept(Receipt receipt) {
    write(json -> form.write(json, Orders.first(receipt)));
  }

  private void refuse(KeyConflict conflict) {
    refuse(OrderProblems.conflict(conflict), Long.parseLong(conflict.place()));
  }

  private void refuse(HttpProblem problem, long line) {
    write(json -> problem.write(json, line));
  }

  private void write(Consumer<JsonGenerator> document) {
    answers.writeBytes(Answer.bytes(document));
    answers.write('\n');
  }

  private void sendAnswers() throws IOException {
    if (answers.size() > 0) {
      try {
        out.sendPatiently(answers.toByteArray());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while answering an upload");
      }
      answers.reset();
    }
  }
}
