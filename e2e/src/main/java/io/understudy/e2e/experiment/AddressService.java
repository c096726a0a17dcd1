package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import java.time.Duration;
import java.util.List;

/**
 * Case (ii): a second, bare server on beta behind netctl's gate. It has handled calls before, so it
 * is warm, but knows none of those in progress. At the death of the primary netctl gives it the
 * address, at once: detection is ideal.
 */
final class AddressService implements Service {
  private final LabProcess primary;
  private final Netctl beta;

  /**
   * @param warmUp made once while beta speaks
   */
  AddressService(Lab lab, Setup setup, Jdk jdk, WarmUp warmUp) {
    Host alphaNode = lab.node("alpha");
    Host betaNode = lab.node("beta");
    Netctl alpha = Netctl.start(lab, alphaNode, jdk, setup.agentJar(), List.of());
    beta = Netctl.start(lab, betaNode, jdk, setup.agentJar(), List.of());
    alpha.awaitReady();
    beta.awaitReady();
    LabProcess second = setup.start(lab, betaNode, jdk, "");
    primary = setup.start(lab, alphaNode, jdk, "");
    LoneService.awaitBound(second, setup);
    LoneService.awaitBound(primary, setup);
    beta.speak();
    warmUp.run();
    beta.silence();
    alpha.speak();
  }

  @Override
  public double lagMillis() {
    return -1;
  }

  @Override
  public Facts facts() {
    return Facts.NONE;
  }

  @Override
  public long killPrimary() {
    return primary.killJvm();
  }

  @Override
  public void takeOver() {
    primary.awaitEnd(Duration.ofSeconds(5));
    beta.speak();
  }
}
