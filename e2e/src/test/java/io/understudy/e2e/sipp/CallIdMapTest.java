package io.understudy.e2e.sipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallIdMapTest {
  @Test
  void givesTheSecondLegTheCallersCallId() {
    CallIdMap map =
        new CallIdMap(
            List.of(
                "offered;leg-2@alg;1-22@10.77.0.10;2026-11-24\t11:00:00\t1795518000.1",
                "answered;leg-3@alg;;2026-11-24\t11:00:00\t1795518000.1",
                "torn;le"));
    List<SipEvent> renamed =
        map.rename(
            List.of(
                new SipEvent(1, true, "leg-2@alg", "INVITE", "SIP/2.0 200 OK"),
                new SipEvent(2, true, "leg-3@alg", "INVITE", "SIP/2.0 200 OK")));

    assertThat(renamed)
        .extracting(SipEvent::callId)
        .containsExactly("1-22@10.77.0.10", "leg-3@alg");
  }
}
