package io.understudy.netctl.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.message.AgentPeerLost;
import io.understudy.link.message.PeerLostReason;
import io.understudy.netctl.daemon.Succession.Verdict;
import org.junit.jupiter.api.Test;

/** Times are in ns; the peer's word is awaited for 10. */
class SuccessionTest {
  private static final long EPOCH = 3;

  private final Succession succession = new Succession(10);

  @Test
  void thePeersWordThatItsPrimaryHasEndedIsEnough() {
    assertThat(judge(speaks(3, 100), 101)).isEqualTo(Verdict.FOLLOW);
    assertThat(judge(ended(3, 102), 102)).isEqualTo(Verdict.TAKE_OVER);
  }

  @Test
  void theEndOfAPrimaryThatThisBackupNeverKnewIsNot() {
    assertThat(judge(ended(3, 100), 100)).isEqualTo(Verdict.FOLLOW);
    assertThat(judge(speaks(3, 101), 101)).isEqualTo(Verdict.FOLLOW);
    succession.follows(ended(3, 101));
    assertThat(judge(ended(3, 102), 102)).isEqualTo(Verdict.FOLLOW);
  }

  @Test
  void aPrimaryHeardBeforeTheBackupRegisteredIsKnown() {
    succession.follows(speaks(3, 100));
    assertThat(judge(ended(3, 101), 101)).isEqualTo(Verdict.TAKE_OVER);
  }

  @Test
  void anEndedPrimaryOfAnOlderEpochIsNobodys() {
    judge(speaks(3, 100), 100);
    assertThat(judge(ended(2, 101), 101)).isEqualTo(Verdict.FOLLOW);
  }

  @Test
  void whileThePeerSpeaksTheLinksEndIsNoDeath() {
    succession.lost(lost(PeerLostReason.PEER_LOST_LINK_END), 100);
    assertThat(judge(speaks(3, 90), 100)).isEqualTo(Verdict.WAIT);
    assertThat(judge(speaks(4, 105), 106)).as("may be older than a death").isEqualTo(Verdict.WAIT);
    assertThat(judge(speaks(4, 110), 110)).isEqualTo(Verdict.HOLD);
    assertThat(judge(speaks(4, 150), 151)).as("told once").isEqualTo(Verdict.FOLLOW);
    assertThat(judge(ended(4, 160), 160)).as("later death").isEqualTo(Verdict.OUTDATED);
    assertThat(judge(silent(4), 9_000)).isEqualTo(Verdict.FOLLOW);
  }

  @Test
  void aPeerThatIsHeardToBeSilentEndsTheWait() {
    succession.lost(lost(PeerLostReason.PEER_LOST_LINK_END), 100);
    assertThat(judge(speaks(3, 90), 100)).isEqualTo(Verdict.WAIT);
    assertThat(judge(ended(3, 102), 102)).isEqualTo(Verdict.TAKE_OVER);
  }

  @Test
  void aPeerThatFallsSilentEndsTheWait() {
    succession.lost(lost(PeerLostReason.PEER_LOST_LINK_END), 100);
    assertThat(judge(speaks(3, 90), 105)).isEqualTo(Verdict.WAIT);
    assertThat(judge(silent(3), 109)).isEqualTo(Verdict.WAIT);
    assertThat(judge(silent(3), 110)).isEqualTo(Verdict.TAKE_OVER);
  }

  @Test
  void aSilentPrimaryIsFollowedWhenItsNetctlDoesNotSpeakAndKnowsOfNoEpoch() {
    succession.lost(lost(PeerLostReason.PEER_LOST_SILENT), 100);
    assertThat(judge(speaks(3, 110), 111)).isEqualTo(Verdict.FOLLOW);
    PeerWord restarted = new PeerWord(true, true, false, false, false, false, 0, 120);
    assertThat(judge(restarted, 121)).isEqualTo(Verdict.TAKE_OVER);
  }

  @Test
  void aPeerNotYetHeardIsAwaited() {
    succession.lost(lost(PeerLostReason.PEER_LOST_LINK_END), 100);
    PeerWord unheard = new PeerWord(true, false, false, false, false, false, 0, 50);
    assertThat(judge(unheard, 900)).isEqualTo(Verdict.WAIT);
  }

  @Test
  void aSpeakerOfAnOlderEpochHoldsNobodyBack() {
    succession.lost(lost(PeerLostReason.PEER_LOST_LINK_END), 100);
    assertThat(judge(speaks(2, 120), 120)).isEqualTo(Verdict.TAKE_OVER);
  }

  @Test
  void withoutAPeerTheLinksEndIsAllThereIs() {
    succession.lost(lost(PeerLostReason.PEER_LOST_LINK_END), 100);
    assertThat(judge(PeerWord.NOBODY, 100)).isEqualTo(Verdict.TAKE_OVER);
  }

  @Test
  void aDroppedBackupWaitsUntilItFollowsAgain() {
    judge(speaks(3, 90), 90);
    succession.lost(lost(PeerLostReason.PEER_LOST_DROPPED), 100);
    assertThat(judge(PeerWord.NOBODY, 200)).isEqualTo(Verdict.FOLLOW);
    assertThat(judge(ended(3, 210), 210)).isEqualTo(Verdict.OUTDATED);
    succession.follows(PeerWord.NOBODY);
    assertThat(judge(speaks(3, 220), 220)).isEqualTo(Verdict.FOLLOW);
    assertThat(judge(ended(3, 230), 230)).isEqualTo(Verdict.TAKE_OVER);
  }

  @Test
  void withoutAnArbiterSilenceOfLinkAndNetctlIsADeath() {
    succession.lost(lost(PeerLostReason.PEER_LOST_SILENT), 100);
    assertThat(alone(speaks(3, 110), 111)).isEqualTo(Verdict.FOLLOW);
    assertThat(alone(silent(3), 120)).isEqualTo(Verdict.TAKE_OVER);
  }

  @Test
  void withoutAnArbiterAPeerThatLivesAndIsSilentMaySpeakAgain() {
    PeerWord lapsed = new PeerWord(true, true, false, false, false, true, 3, 110);
    for (PeerLostReason why :
        new PeerLostReason[] {PeerLostReason.PEER_LOST_SILENT, PeerLostReason.PEER_LOST_LINK_END}) {
      succession.follows(speaks(3, 90));
      succession.lost(lost(why), 100);
      assertThat(alone(lapsed, 300)).isEqualTo(Verdict.FOLLOW);
      assertThat(judge(lapsed, 300)).as("an arbiter decides").isEqualTo(Verdict.TAKE_OVER);
    }
  }

  @Test
  void aPrimaryThatWentOnInAnEpochOfItsOwnHoldsItsSilentBackup() {
    succession.lost(lost(PeerLostReason.PEER_LOST_SILENT), 100);
    assertThat(alone(speaks(4, 110), 111)).isEqualTo(Verdict.HOLD);
    assertThat(alone(silent(4), 900)).isEqualTo(Verdict.FOLLOW);
  }

  @Test
  void aSilentNetctlBesideALogThatComesIsForTheArbiter() {
    succession.follows(speaks(3, 90));
    assertThat(alone(silent(3), 900)).isEqualTo(Verdict.FOLLOW);
    assertThat(judge(silent(3), 900)).isEqualTo(Verdict.TAKE_OVER);
  }

  private Verdict alone(PeerWord word, long now) {
    return succession.judge(word, EPOCH, now, false);
  }

  private Verdict judge(PeerWord word, long now) {
    return succession.judge(word, EPOCH, now, true);
  }

  private static PeerWord speaks(long epoch, long nanos) {
    return new PeerWord(true, true, false, true, false, true, epoch, nanos);
  }

  private static PeerWord ended(long epoch, long nanos) {
    return new PeerWord(true, true, false, false, true, false, epoch, nanos);
  }

  private static PeerWord silent(long epoch) {
    return new PeerWord(true, true, true, true, false, true, epoch, 90);
  }

  private static AgentPeerLost lost(PeerLostReason reason) {
    return AgentPeerLost.newBuilder().setReason(reason).build();
  }
}
