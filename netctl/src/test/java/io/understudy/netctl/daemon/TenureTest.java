package io.understudy.netctl.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the model found: a wait for the other node's lease outlives the daemon that began it. */
class TenureTest {
  private final Tenure tenure = new Tenure();

  @Test
  void aDaemonThatBeginsWaitsAsIfItHadJustWon() {
    tenure.inherit(1_000);
    tenure.want("test");
    assertThat(tenure.mayAskAt(999)).isFalse();
    assertThat(tenure.mayAskAt(1_000)).isTrue();
  }

  @Test
  void theOtherNodesConsentEndsThatWaitAndNoOther() {
    tenure.inherit(1_000);
    tenure.want("test");
    tenure.consented(10);
    assertThat(tenure.mayAskAt(10)).isTrue();
    tenure.await(2_000);
    tenure.consented(20);
    assertThat(tenure.mayAskAt(20)).isFalse();
  }

  @Test
  void aPrimaryThatIsSilencedStillWaitsForAnEpochOfItsOwn() {
    tenure.alone = true;
    tenure.want("test");
    tenure.renounce();
    assertThat(tenure.alone).isTrue();
  }
}
