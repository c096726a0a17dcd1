package io.understudy.e2e.sipp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallJudgeTest {
  private static final long KILL = 20_000;
  private final Messages messages = new Messages();

  private Judgement judge() {
    Gap gap = new Gap(KILL * 1000, (KILL + 40) * 1000);
    return new CallJudge(messages.caller(), messages.callee(), gap).judge();
  }

  @Test
  void sortsGoodCallsByWhereTheKillMetThem() {
    messages.whole(10_000, "over").whole(15_000, "talking").whole(19_000, "ringing");
    messages.whole(20_100, "later");

    Judgement judgement = judge();

    assertThat(judgement.finishedBefore()).isEqualTo(1);
    assertThat(judgement.cohortEstablished()).isEqualTo(1);
    assertThat(judgement.cohortSetup()).isEqualTo(1);
    assertThat(judgement.later()).isEqualTo(1);
    assertThat(judgement.failedBefore()).isZero();
    assertThat(judgement.losses()).isEmpty();
  }

  @Test
  void losesACallWhoseHangUpIsNotAnswered() {
    messages.established(15_000, "a").request(22_000, "a", "BYE", true);
    messages.response(22_001, "a", "BYE", "481 Call Does Not Exist", true);

    assertThat(judge().lost(Phase.ESTABLISHED)).isEqualTo(1);
    assertThat(judge().lostOutsideGap()).isEqualTo(1);
  }

  @Test
  void losesACallThatOnlyItsCallerThinksGood() {
    messages.whole(17_500, "a");
    messages.callee().removeIf(event -> event.isRequest("ACK"));

    assertThat(judge().lost(Phase.ESTABLISHED)).isEqualTo(1);
  }

  @Test
  void keepsACallWhoseCalleeRepeatsItsAnswerUntilTheHangUp() {
    messages
        .request(17_500, "a", "INVITE", true)
        .response(19_500, "a", "INVITE", "200 OK", true)
        .request(19_502, "a", "ACK", false)
        .response(20_000, "a", "INVITE", "200 OK", false)
        .request(23_500, "a", "BYE", true)
        .response(23_501, "a", "BYE", "200 OK", true);

    assertThat(judge().losses()).isEmpty();
  }

  @Test
  void judgesNoCallThatTheCallerDidNotBegin() {
    messages.response(19_500, "of-another", "INVITE", "200 OK", true);
    messages.whole(17_500, "a");

    assertThat(judge().cohort()).isEqualTo(1);
    assertThat(judge().losses()).isEmpty();
  }

  @Test
  void excusesALossByADatagramInTheGap() {
    messages
        .request(18_010, "a", "INVITE", true)
        .response(18_011, "a", "INVITE", "180 Ringing", true);
    messages.response(20_010, "a", "INVITE", "200 OK", false);

    Judgement judgement = judge();

    assertThat(judgement.lost(Phase.SETUP)).isEqualTo(1);
    assertThat(judgement.lostOutsideGap()).isZero();
  }

  @Test
  void countsALostLaterCallApart() {
    messages.request(20_010, "a", "INVITE", false);

    Judgement judgement = judge();

    assertThat(judgement.lost(Phase.LATER)).isEqualTo(1);
    assertThat(judgement.cohort()).isZero();
  }

  @Test
  void seesCallsThatFailedBeforeTheKill() {
    messages.request(12_000, "never-reached", "INVITE", false);
    messages.request(13_000, "rejected", "INVITE", true);
    messages.response(13_001, "rejected", "INVITE", "503 Service Unavailable", true);
    messages.request(14_000, "no-ack", "INVITE", true);
    messages.response(16_000, "no-ack", "INVITE", "200 OK", true);

    Judgement judgement = judge();

    assertThat(judgement.failedBefore()).isEqualTo(3);
    assertThat(judgement.cohort()).isZero();
    assertThat(judgement.losses()).isEmpty();
  }

  @Test
  void acceptsAChallengeThatIsAnswered() {
    messages.request(17_000, "a", "INVITE", true);
    messages.response(17_001, "a", "INVITE", "401 Unauthorized", true).whole(17_010, "a");

    assertThat(judge().losses()).isEmpty();
  }

  @Test
  void judgesTheCallerAloneWhereNoCallIdMatches() {
    messages.whole(15_000, "a");
    messages.callee().clear();

    assertThat(judge().losses()).isEmpty();
    assertThat(judge().cohortEstablished()).isEqualTo(1);
  }
}
