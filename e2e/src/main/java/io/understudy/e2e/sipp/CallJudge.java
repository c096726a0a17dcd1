package io.understudy.e2e.sipp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Follows each call by its Call-ID at the caller and at the callee, and says in which phase the
 * kill met it and whether it was lost. A call is lost unless it is good at <em>both</em> ends: a
 * caller that is content with a call whose callee still rings has lost it.
 *
 * <p>A server that gives its own Call-ID to the second leg leaves nothing to match by. Then {@link
 * #judge} answers for the caller's side alone.
 */
public final class CallJudge {
  /** An answer that is not there after this time, at the kill, was lost before it. */
  static final long PATIENCE_MICROS = 1_000_000;

  private final Map<String, CallTrace> callers;
  private final Map<String, CallTrace> callees;
  private final Gap gap;

  /**
   * @param callers messages at the caller
   * @param callees messages at all callees; empty where the service calls nobody
   */
  public CallJudge(List<SipEvent> callers, List<SipEvent> callees, Gap gap) {
    this.callers = CallTrace.byCallId(callers);
    this.callees = CallTrace.byCallId(callees);
    this.gap = gap;
  }

  /** True if at least one call has the same Call-ID at both ends. */
  public boolean matched() {
    return callers.keySet().stream().anyMatch(callees::containsKey);
  }

  /** Judges every call that the caller began: answers to one before it are nobody's. */
  public Judgement judge() {
    boolean both = matched();
    Map<Phase, Integer> counts = new EnumMap<>(Phase.class);
    int failedBefore = 0;
    List<Loss> losses = new ArrayList<>();
    for (CallTrace caller : callers.values()) {
      if (!caller.begins()) {
        continue;
      }
      CallTrace callee = both ? callees.get(caller.callId()) : caller;
      OptionalLong done = completedAt(caller, callee);
      Phase phase = phase(caller, done);
      if (done.isEmpty() && phase != Phase.LATER && failedBeforeKill(caller, callee)) {
        failedBefore++;
        continue;
      }
      counts.merge(phase, 1, Integer::sum);
      if (done.isEmpty()) {
        boolean inGap = gap.touches(caller) || (callee != null && gap.touches(callee));
        losses.add(new Loss(caller.callId(), phase, inGap, reason(caller, callee)));
      }
    }
    return new Judgement(
        counts.getOrDefault(Phase.BEFORE, 0),
        failedBefore,
        counts.getOrDefault(Phase.SETUP, 0),
        counts.getOrDefault(Phase.ESTABLISHED, 0),
        counts.getOrDefault(Phase.LATER, 0),
        List.copyOf(losses));
  }

  private static OptionalLong completedAt(CallTrace caller, CallTrace callee) {
    OptionalLong here = caller.completedAt();
    OptionalLong there = callee == null ? OptionalLong.empty() : callee.completedAt();
    return here.isEmpty() || there.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(here.getAsLong(), there.getAsLong()));
  }

  private Phase phase(CallTrace caller, OptionalLong done) {
    long kill = gap.killMicros();
    if (caller.startedAt() > kill) {
      return Phase.LATER;
    }
    if (done.isPresent() && done.getAsLong() <= kill) {
      return Phase.BEFORE;
    }
    OptionalLong established = caller.establishedAt();
    return established.isPresent() && established.getAsLong() <= kill
        ? Phase.ESTABLISHED
        : Phase.SETUP;
  }

  private boolean failedBeforeKill(CallTrace caller, CallTrace callee) {
    long kill = gap.killMicros();
    if (failedBy(caller, kill)) {
      return true;
    }
    if (callee == null) {
      return caller.startedAt() < kill - PATIENCE_MICROS;
    }
    return failedBy(callee, kill);
  }

  private static boolean failedBy(CallTrace trace, long kill) {
    return trace.rejectedBy(kill) || trace.stalledAt(kill, PATIENCE_MICROS);
  }

  private static String reason(CallTrace caller, CallTrace callee) {
    return "caller "
        + state(caller)
        + "; callee "
        + (callee == null ? "never reached" : state(callee));
  }

  private static String state(CallTrace trace) {
    if (trace.completedAt().isPresent()) {
      return "good";
    }
    SipEvent last = trace.events().get(trace.events().size() - 1);
    return (last.sent() ? "last sent " : "last received ")
        + last.method()
        + ": "
        + last.firstLine();
  }
}
