package io.understudy.e2e.sipp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which Call-ID of a caller stands behind a Call-ID at a callee. Callers write theirs into the
 * Subject, which a back-to-back user agent keeps; callees log, for each call, {@code
 * phase;Call-ID;Subject;time}.
 */
public final class CallIdMap {
  private static final int CALL_ID = 1;
  private static final int SUBJECT = 2;
  private static final int FIELDS = 4;

  private final Map<String, String> callersId = new HashMap<>();

  /** A map by the lines of a callee's log; lines of another form are left out. */
  public CallIdMap(List<String> lines) {
    for (String line : lines) {
      List<String> fields = Arrays.asList(line.split(";", FIELDS));
      if (fields.size() == FIELDS && !fields.get(SUBJECT).isBlank()) {
        callersId.put(fields.get(CALL_ID), fields.get(SUBJECT).strip());
      }
    }
  }

  /** The same messages under the callers' Call-IDs; unknown calls keep their own. */
  public List<SipEvent> rename(List<SipEvent> events) {
    return events.stream().map(this::rename).toList();
  }

  private SipEvent rename(SipEvent event) {
    String id = callersId.getOrDefault(event.callId(), event.callId());
    return new SipEvent(event.micros(), event.sent(), id, event.method(), event.firstLine());
  }
}
