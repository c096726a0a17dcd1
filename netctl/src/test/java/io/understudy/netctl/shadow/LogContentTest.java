package io.understudy.netctl.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.understudy.link.control.PayloadDigest;
import io.understudy.link.message.AgentConsumed;
import io.understudy.link.message.ConsumedDatagram;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LogContentTest {
  private static final long NOW = TimeUnit.SECONDS.toNanos(100);
  private static final byte[] SOURCE = {10, 0, 0, 9};

  private final AgentConsumed.Builder report =
      AgentConsumed.newBuilder().addPort(5060).setMemoryMicros(TimeUnit.SECONDS.toMicros(6));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private ConsumedDatagram.Builder logged(String text, long millisAgo) {
    byte[] payload = bytes(text);
    return report
        .addDatagramBuilder()
        .setPort(5060)
        .setLength(payload.length)
        .setDigest(new PayloadDigest().of(payload, 0, payload.length))
        .setSource(ByteString.copyFrom(SOURCE))
        .setSourcePort(7000)
        .setAgeMicros(TimeUnit.MILLISECONDS.toMicros(millisAgo));
  }

  private static Datagram came(String text, long millisAgo) {
    return came(7000, 5060, text, millisAgo);
  }

  private static Datagram came(int from, int to, String text, long millisAgo) {
    long nanos = NOW - TimeUnit.MILLISECONDS.toNanos(millisAgo);
    return Frames.datagram(from, to, bytes(text), nanos);
  }

  private LogContent content() {
    return new LogContent(report.build(), NOW);
  }

  @Test
  void aRetransmissionIsHeldAsOftenAsItIsLogged() {
    logged("INVITE", 900);
    logged("INVITE", 400);
    LogContent log = content();
    assertThat(log.lacks(came("INVITE", 910))).isFalse();
    assertThat(log.lacks(came("INVITE", 410))).isFalse();
    assertThat(log.lacks(came("INVITE", 390))).isTrue();
    assertThat(log.unmatched(0)).isZero();
  }

  @Test
  void theSameOfAnotherSenderOrPortIsAnother() {
    logged("INVITE", 900);
    report.addPort(5080);
    LogContent log = content();
    assertThat(log.lacks(came(7001, 5060, "INVITE", 910))).isTrue();
    assertThat(log.lacks(came(7000, 5080, "INVITE", 910))).isTrue();
    assertThat(log.lacks(came(7000, 9999, "INVITE", 910))).as("nobody's port").isFalse();
    assertThat(log.lacks(came("INVITE", 910))).isFalse();
  }

  @Test
  void anEarlierOneStandsForNoneThatComesLater() {
    logged("\r\n\r\n", 4000);
    LogContent log = content();
    assertThat(log.lacks(came("\r\n\r\n", 50))).isTrue();
    assertThat(log.unmatched(NOW - TimeUnit.SECONDS.toNanos(5))).isEqualTo(1);
    assertThat(log.unmatched(NOW - TimeUnit.SECONDS.toNanos(4))).isZero();
  }

  @Test
  void aLoggedOneIsKnownThoughThisNodesCopyComesLater() {
    logged("INVITE", 70);
    assertThat(content().lacks(came("INVITE", 0))).isFalse();
  }

  @Test
  void aMappedAddressIsTheIpv4Address() {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 9};
    logged("INVITE", 900).setSource(ByteString.copyFrom(mapped));
    assertThat(content().lacks(came("INVITE", 910))).isFalse();
  }

  @Test
  void aConnectedSocketNamesNoSender() {
    logged("INVITE", 900).clearSource().clearSourcePort();
    assertThat(content().lacks(came("INVITE", 910))).isFalse();
  }

  @Test
  void aDatagramLongerThanTheBufferIsKnownByItsBeginning() {
    logged("INVI", 900).setCut(true);
    logged("INVITE", 800).setCut(true);
    LogContent log = content();
    assertThat(log.lacks(came("INVA", 910))).isTrue();
    assertThat(log.lacks(came("INVITE", 910))).isFalse();
    assertThat(log.lacks(came("INVITE", 810))).isFalse();
    assertThat(log.lacks(came("INVITE", 805))).isTrue();
  }

  @Test
  void whatIsOlderThanTheAgentsMemoryIsTakenForLogged() {
    assertThat(content().lacks(came("INVITE", 6100))).isFalse();
    assertThat(content().lacks(came("INVITE", 5900))).isTrue();
  }

  /** Any log that is a part of what came, and came in that order: the rest is lacking, no more. */
  @Test
  void exactlyTheRestIsLacking() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      report.clearDatagram();
      List<Datagram> came = new ArrayList<>();
      int rest = 0;
      for (int millisAgo = 4000; millisAgo > 0; millisAgo -= 1 + random.nextInt(40)) {
        String text = "call " + random.nextInt(6);
        came.add(came(text, millisAgo));
        if (random.nextInt(4) > 0) {
          logged(text, Math.max(0, millisAgo - random.nextInt(3)));
        } else {
          rest++;
        }
      }
      LogContent log = content();
      assertThat(came.stream().filter(log::lacks)).as("seed " + seed).hasSize(rest);
      assertThat(log.unmatched(0)).isZero();
    }
  }
}
