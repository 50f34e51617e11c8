package dev.orders.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, on the connection's event loop:
 *
 * <ol>
 *   <li>its head is checked ({@link Entry});
 *   <li>its content is collected, or, of an upload, handed on while it comes;
 *   <li>the route's endpoint answers, on a thread of the {@link Crew};
 *   <li>the answer is sent ({@link Reply}), and the connection goes on or ends.
 * </ol>
 *
 * <p>What is refused at its head is answered before its content has come, unless that is little.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Whatever fails here ends the connection.
final class Exchange {

  private final Front front;
  private final ChannelHandlerContext ctx;
  private final Deadline deadline;
  private final Connection.Ending ending;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream(0);
  private @Nullable Reply reply;
  private @Nullable Entry entry;
  private @Nullable BodyStream upload;
  private @Nullable HttpProblem refusal;
  private boolean isReceived;

  Exchange(Front front, ChannelHandlerContext ctx, Deadline deadline, Connection.Ending ending) {
    this.front = front;
    this.ctx = ctx;
    this.deadline = deadline;
    this.ending = ending;
  }

  /** True once a request's head has come. */
  boolean hasBegun() {
    return reply != null;
  }

  /** Takes the head; a second one, before the first was answered, ends the connection. */
  void begin(HttpRequest head) {
    if (reply != null) {
      ctx.close();
      return;
    }
    Reply ours = new Reply(front, ctx, deadline, head);
    reply = ours;
    deadline.set(front.patience(), () -> refuseNow(ours, tooSlow()));
    try {
      Entry checked = Entry.check(front, head);
      entry = checked;
      ours.setRoute(checked.route());
      if (HttpUtil.is100ContinueExpected(head)) {
        ours.inviteContent();
      }
      if (checked.route().isUpload()) {
        BodyStream stream = new BodyStream(ctx::read, front.patience());
        answer(ours, checked, stream);
        upload = stream;
      } else {
        ctx.read();
      }
    } catch (HttpProblem problem) {
      refuse(ours, problem, Entry.hasLittleContent(head));
    }
  }

  /** Takes a piece of the content. */
  void take(HttpContent content) {
    Reply ours = reply;
    if (ours == null || (ours.isGiven() && upload == null)) {
      return;
    }
    isReceived |= content instanceof LastHttpContent;
    if (content.decoderResult().isFailure()) {
      isReceived = false;
      breakOff(ours);
    } else if (refusal != null) {
      takeNone(ours, refusal);
    } else if (upload != null) {
      pass(upload, content);
    } else {
      collect(ours, content);
    }
  }

  private void breakOff(Reply ours) {
    if (upload == null) {
      refuseNow(ours, new HttpProblem(HttpResponseStatus.BAD_REQUEST, "the chunks are broken"));
    } else {
      upload.gone();
    }
  }

  private void takeNone(Reply ours, HttpProblem problem) {
    if (isReceived) {
      refuseNow(ours, problem);
    } else {
      ctx.read();
    }
  }

  private void pass(BodyStream stream, HttpContent content) {
    stream.put(ByteBufUtil.getBytes(content.content()), isReceived);
  }

  private void collect(Reply ours, HttpContent content) {
    if (collected.size() + content.content().readableBytes() > Front.LARGEST) {
      isReceived = false;
      refuseNow(ours, Entry.tooLarge());
      return;
    }
    collected.writeBytes(ByteBufUtil.getBytes(content.content()));
    if (!isReceived) {
      ctx.read();
    } else if (entry != null) {
      try {
        answer(ours, entry, new ByteArrayInputStream(collected.toByteArray()));
      } catch (HttpProblem problem) {
        refuseNow(ours, problem);
      }
    }
  }

  /** Has the endpoint answer; a {@link HttpProblem} when nobody has the time. */
  private void answer(Reply ours, Entry checked, InputStream content) {
    deadline.lift();
    Runnable work = () -> ours.answer(checked.route().endpoint(), checked.request(content));
    ours.whenSent(this::answered);
    if (checked.route().isQuick()) {
      work.run();
    } else if (checked.route().isUpload()) {
      front.crew().upload(work);
    } else {
      front.crew().request(work);
    }
  }

  private void refuse(Reply ours, HttpProblem problem, boolean mayWait) {
    if (mayWait && !isReceived) {
      refusal = problem;
      deadline.set(front.patience(), () -> refuseNow(ours, problem)); // its content may never come
      ctx.read();
    } else {
      refuseNow(ours, problem);
    }
  }

  private void refuseNow(Reply ours, HttpProblem problem) {
    if (!isReceived) {
      ours.endConnection();
    }
    ours.whenSent(this::answered);
    ours.give(problem.answer());
  }

  private HttpProblem tooSlow() {
    return new HttpProblem(
        HttpResponseStatus.REQUEST_TIMEOUT,
        "the request was not complete after %d s".formatted(front.patience().toSeconds()));
  }

  private void answered(boolean keepsAlive) {
    if (!isReceived) {
      ending.linger();
    } else if (keepsAlive) {
      ending.next();
    } else {
      ending.close();
    }
  }

  /** The client has gone. */
  void gone() {
    deadline.lift();
    if (upload != null) {
      upload.gone();
    }
  }
}
