package dev.orders.http;

import dev.orders.app.OrderPages;
import dev.orders.order.OrderStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads which orders a client wants to see. */
final class PageQuery {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;
  private static final String STATUSES =
      Arrays.stream(OrderStatus.values()).map(OrderStatus::word).collect(Collectors.joining(", "));

  private PageQuery() {}

  /** What the parameters say; a {@link HttpProblem} when one makes no sense. */
  static OrderPages.Wish wish(Query query) {
    return new OrderPages.Wish(
        query
            .value("status", "one of " + STATUSES, OrderStatus::parse)
            .map(OrderStatus::word)
            .orElse(null),
        query
            .value("since", "a time such as 2026-03-01T09:00:00+09:00", PageQuery::time)
            .orElse(null),
        query
            .value("cursor", "a cursor from an earlier page", PageQuery::id)
            .orElse(Long.MAX_VALUE),
        query.value("limit", "a number from 1 to " + MOST, PageQuery::limit).orElse(DEFAULT_LIMIT));
  }

  /** The address of the page that follows. */
  static String link(Query query, long next) {
    StringBuilder link = new StringBuilder("/orders?cursor=").append(next);
    for (String name : new String[] {"status", "since", "limit"}) {
      query
          .text(name)
          .ifPresent(
              value ->
                  link.append('&')
                      .append(name)
                      .append('=')
                      .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }
    return link.toString();
  }

  private static Optional<Instant> time(String text) {
    try {
      // A plus that was not escaped in a query has become a space.
      return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> id(String text) {
    return text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static Optional<Integer> limit(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("[1-9][0-9]{0,2}"))
        .map(Integer::valueOf)
        .filter(limit -> limit <= MOST);
  }
}
