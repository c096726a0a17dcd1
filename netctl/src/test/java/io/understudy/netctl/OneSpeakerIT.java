package io.understudy.netctl;

import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static io.understudy.netctl.lab.Lab.Node.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.message.PeerLostReason;
import io.understudy.netctl.lab.Etcd;
import io.understudy.netctl.lab.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With an arbiter one node speaks, whatever fails; the judge is a sniffer on the switch. */
@Tag("once")
class OneSpeakerIT {
  private static final String FILE = "file:";
  private static final String ETCD = "etcd:http://10.79.0.1:2379";

  @ParameterizedTest
  @ValueSource(strings = {FILE, ETCD})
  void aCutOfAllPathsGivesOneSpeaker(String arbiter) {
    try (Pair pair = new Pair(arbiter)) {
      pair.forget();
      pair.lab.cut(true);
      pair.backup.lost(PeerLostReason.PEER_LOST_SILENT);
      assertThat(pair.backup.next()).isEqualTo("promote 2");
      assertThat(pair.beta.await("takeover: ")).contains("epoch 2");
      assertThat(pair.alpha.await(" deposed: ")).contains("epoch 2 of beta");
      assertThat(pair.seen()).as("never both").isIn(List.of("alpha", "beta"), List.of("beta"));
      assertThat(pair.speakers()).containsExactly("beta");
      pair.lab.cut(false);
      assertThat(pair.speakers()).containsExactly("beta");
    }
  }

  @Test
  void withoutAnArbiterACutGivesTwo() {
    try (Pair pair = new Pair("none")) {
      assertThat(pair.status(BETA)).contains("a cut of all paths between the nodes gives two");
      pair.lab.cut(true);
      pair.backup.lost(PeerLostReason.PEER_LOST_LINK_END);
      assertThat(pair.backup.next()).isEqualTo("promote 2");
      assertThat(pair.speakers()).contains("alpha", "beta");
    }
  }

  @Test
  void aPrimaryThatWonAnEpochForItselfIsNotFollowedByItsOldBackup() {
    try (Pair pair = new Pair(FILE)) {
      pair.primary.tell("alone");
      pair.alpha.await(" alone: ");
      pair.lab.cut(true);
      pair.backup.lost(PeerLostReason.PEER_LOST_LINK_END);
      assertThat(pair.backup.next()).startsWith("held: ").contains("epoch 2 of alpha");
      pair.beta.await(" claim-lost: ");
      assertThat(pair.speakers()).containsExactly("alpha");
    }
  }

  @Test
  void aDeathIsFollowedByTheOtherNodeAtOnce() throws IOException {
    try (Pair pair = new Pair(FILE)) {
      pair.primary.close();
      assertThat(pair.backup.next()).isEqualTo("promote 2");
      String takeover = pair.beta.await("takeover: ");
      assertThat(takeover).contains("epoch won").contains("gate open");
      System.out.println(takeover);
      assertThat(Files.readString(pair.lab.file("epoch"))).isEqualTo("2 beta\n");
      assertThat(pair.ask()).startsWith("beta");
      assertThat(pair.speakers()).containsExactly("beta");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FILE, "none"})
  void aNodeThatWasStoppedSaysNothingWhenItGoesOn(String arbiter) {
    try (Pair pair = new Pair(arbiter)) {
      pair.alpha.signal("STOP");
      pair.primary.signal("STOP");
      pair.backup.lost(PeerLostReason.PEER_LOST_SILENT);
      assertThat(pair.backup.next()).isEqualTo("promote 2");
      pair.beta.await("takeover: ");
      pair.forget();
      pair.alpha.signal("CONT");
      pair.primary.signal("CONT");
      pair.alpha.await(" deposed: ");
      assertThat(pair.speakers()).containsExactly("beta");
      assertThat(pair.seen()).doesNotContain("alpha");
      assertThat(pair.ask()).startsWith("beta");
    }
  }

  private static void awaitGate(Pair pair, String state) {
    Pair.until(() -> pair.status(ALPHA).contains(state), "alpha's gate is " + state);
  }

  @Test
  void whileTheArbiterIsAwayALeaseThatRanOutComesBackByTheOtherNodesWord() {
    try (Pair pair = new Pair(ETCD)) {
      pair.etcd.kill();
      pair.alpha.await("alarm: arbiter-silent");
      pair.beta.signal("STOP");
      awaitGate(pair, "shut: silent and deaf");
      pair.alpha.await("alarm: lease-lapsed: ");
      assertThat(pair.speakers()).isEmpty();
      pair.beta.signal("CONT");
      awaitGate(pair, "OPEN: speaking");
      assertThat(pair.speakers()).containsExactly("alpha");

      pair.beta.kill();
      awaitGate(pair, "shut: silent and deaf");
      pair.lab.paired(BETA, "--arbiter", ETCD);
      Pair.until(() -> pair.status(ALPHA).contains("beta at 10.77.0.3:7701"), "beta is heard");
      assertThat(pair.speakers()).as("by the word of one that knows no epoch").isEmpty();
    }
  }

  @Test
  void whileTheArbiterIsAwayTheSpeakerNeedsTheOtherNodesWordAndNobodyTakesOver() {
    try (Pair pair = new Pair(ETCD)) {
      assertThat(Etcd.arbiter()).isEqualTo(ETCD);
      pair.etcd.kill();
      pair.alpha.await("alarm: arbiter-silent");
      pair.beta.await("alarm: arbiter-silent");
      assertThat(pair.speakers()).as("by the other node's word").containsExactly("alpha");

      pair.lab.cut(true);
      pair.backup.lost(PeerLostReason.PEER_LOST_SILENT);
      awaitGate(pair, "shut: silent and deaf");
      assertThat(pair.speakers()).isEmpty();

      pair.etcd.start();
      assertThat(pair.backup.next()).isEqualTo("promote 2");
      pair.alpha.await(" deposed: ");
      assertThat(pair.speakers()).containsExactly("beta");
    }
  }
}
