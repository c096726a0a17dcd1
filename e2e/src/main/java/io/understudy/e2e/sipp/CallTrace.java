package io.understudy.e2e.sipp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All messages of one call at one endpoint, in time order.
 *
 * <p>A call is <em>good</em> at an endpoint if every request of it got a 2xx response and, where it
 * began with an INVITE, the ACK and an answered BYE passed too, whoever sent them. A challenge
 * (401, 407) that a later 2xx answers does no harm, and the ACK may be missing where the callee
 * repeats its 2xx for want of it: the dialog is confirmed, and lives for 32 s yet (RFC 3261
 * §13.3.1.4).
 *
 * @param callId the Call-ID
 * @param events never empty
 */
public record CallTrace(String callId, List<SipEvent> events) {
  /** Sorts messages into calls, in the order of their first messages. */
  public static Map<String, CallTrace> byCallId(List<SipEvent> events) {
    Map<String, List<SipEvent>> calls = new LinkedHashMap<>();
    for (SipEvent event : events) {
      calls.computeIfAbsent(event.callId(), id -> new ArrayList<>()).add(event);
    }
    Map<String, CallTrace> traces = new LinkedHashMap<>();
    calls.forEach((id, own) -> traces.put(id, new CallTrace(id, List.copyOf(own))));
    return traces;
  }

  /** Whether this endpoint began the call: what it did not ask for may still be answered to it. */
  public boolean begins() {
    return events.get(0).sent();
  }

  /** Time of the first message, in microseconds since the epoch. */
  public long startedAt() {
    return events.get(0).micros();
  }

  /** When the ACK passed, which makes the call an established one; empty in the set-up phase. */
  public OptionalLong establishedAt() {
    return first(event -> event.isRequest("ACK"));
  }

  /** When the last message passed that makes the call good here; empty if it is not good. */
  public OptionalLong completedAt() {
    long last = Long.MIN_VALUE;
    Set<String> methods = new LinkedHashSet<>();
    events.stream().filter(SipEvent::isRequest).forEach(event -> methods.add(event.method()));
    boolean call = methods.contains("ACK") || methods.contains("INVITE");
    methods.remove("ACK");
    if (call) {
      methods.add("INVITE");
      methods.add("BYE");
      OptionalLong ack = establishedAt();
      if (ack.isEmpty() && !repeatsItsAnswer()) {
        return ack;
      }
      last = ack.orElse(last);
    }
    for (String method : methods) {
      OptionalLong answered = first(event -> event.isSuccessOf(method));
      if (answered.isEmpty()) {
        return answered;
      }
      last = Math.max(last, answered.getAsLong());
    }
    return OptionalLong.of(last);
  }

  private boolean repeatsItsAnswer() {
    return events.stream().filter(event -> event.sent() && event.isSuccessOf("INVITE")).count() > 1;
  }

  /** True if a final response other than a 2xx, redirection or challenge came up to a time. */
  public boolean rejectedBy(long micros) {
    return first(event -> event.status() >= 400 && !isChallenge(event)).stream()
        .anyMatch(at -> at <= micros);
  }

  /**
   * True if at a time this endpoint had waited longer than a patience for an answer that it was
   * owed: any response to a request of its own, or the ACK to its 2xx.
   */
  public boolean stalledAt(long micros, long patience) {
    for (SipEvent event : events) {
      if (event.sent() && event.micros() < micros - patience && !answered(event, micros)) {
        return true;
      }
    }
    return false;
  }

  /** True if this endpoint sent a message of the call within a span of time, ends included. */
  public boolean sentBetween(long fromMicros, long toMicros) {
    return first(
            event -> event.sent() && event.micros() >= fromMicros && event.micros() <= toMicros)
        .isPresent();
  }

  private boolean answered(SipEvent sent, long until) {
    if (sent.isRequest()) {
      return sent.method().equals("ACK")
          || before(until, event -> !event.isRequest() && event.method().equals(sent.method()));
    }
    return !sent.isSuccessOf("INVITE") || before(until, event -> event.isRequest("ACK"));
  }

  private boolean before(long until, Predicate<SipEvent> wanted) {
    return events.stream()
        .anyMatch(event -> !event.sent() && event.micros() <= until && wanted.test(event));
  }

  private OptionalLong first(Predicate<SipEvent> wanted) {
    return events.stream().filter(wanted).mapToLong(SipEvent::micros).findFirst();
  }

  private static boolean isChallenge(SipEvent event) {
    return event.status() == 401 || event.status() == 407;
  }
}
