package io.understudy.e2e.sipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortMessageLogTest {
  private static final String INVITE =
      "2026-11-24\t10:56:41.948808\t1795517801.948808\tS\t1-7565@127.0.0.1\tCSeq:1 INVITE\t"
          + "INVITE sip:service@127.0.0.1:5070 SIP/2.0\n";
  private static final String RINGING =
      "2026-11-24\t10:56:41.949407\t1795517801.949407\tR\t1-7565@127.0.0.1\tCSeq:1 INVITE\t"
          + "SIP/2.0 180 Ringing\n";

  @TempDir private Path directory;

  private List<SipEvent> read(String text) throws IOException {
    return ShortMessageLog.read(Files.writeString(directory.resolve("log"), text));
  }

  @Test
  void readsRequestsAndResponses() throws IOException {
    List<SipEvent> events = read(INVITE + RINGING);

    assertThat(events).hasSize(2);
    SipEvent invite = events.get(0);
    assertThat(invite.micros()).isEqualTo(1_795_517_801_948_808L);
    assertThat(invite.sent()).isTrue();
    assertThat(invite.isRequest("INVITE")).isTrue();
    assertThat(invite.callId()).isEqualTo("1-7565@127.0.0.1");
    assertThat(events.get(1).sent()).isFalse();
    assertThat(events.get(1).status()).isEqualTo(180);
    assertThat(events.get(1).method()).isEqualTo("INVITE");
  }

  @Test
  void leavesOutTornLines() throws IOException {
    for (int length = 1; length < RINGING.length() - 10; length++) {
      List<SipEvent> events = read(INVITE + RINGING.substring(0, length));
      assertThat(events.get(0).isRequest("INVITE")).isTrue();
      assertThat(events.size() == 1 || events.get(1).status() == 0 || length > 90).isTrue();
    }
  }

  @Test
  void takesAMissingFileForAnEmptyOne() throws IOException {
    assertThat(ShortMessageLog.read(directory.resolve("none"))).isEmpty();
  }
}
