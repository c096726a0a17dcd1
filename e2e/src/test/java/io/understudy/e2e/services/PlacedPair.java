package io.understudy.e2e.services;

import io.understudy.e2e.experiment.Await;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.LoneService;
import io.understudy.e2e.experiment.Netctl;
import io.understudy.e2e.experiment.ServicePlace;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.link.message.AgentProtection;
import java.time.Duration;
import java.util.List;

/** One of several services on the two nodes: a netctl and a server on each. */
final class PlacedPair {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  final LabProcess primary;
  final Netctl first;
  private final Lab lab;
  private final Setup setup;
  private final Jdk jdk;
  private final ServicePlace place;

  /**
   * Starts both nodes; returns when the backup follows and the primary speaks.
   *
   * @param speaker the primary's node
   * @param other the backup's
   */
  PlacedPair(Lab lab, Setup setup, Jdk jdk, ServicePlace place, String speaker, String other) {
    this.lab = lab;
    this.setup = setup;
    this.jdk = jdk;
    this.place = place;
    first = netctl(speaker);
    Netctl second = netctl(other);
    first.awaitReady();
    second.awaitReady();
    String link = place.link(speaker);
    primary = server(speaker, "role=primary,listen=" + link);
    LoneService.awaitBound(primary, setup);
    LabProcess backup = server(other, "role=backup,peer=" + link);
    Await.until("the backup of " + place.cluster() + " follows", LIMIT, backup, this::isProtected);
    Await.until("it speaks", LIMIT, primary, () -> first.status().getGateOpen());
  }

  private Netctl netctl(String node) {
    return Netctl.start(lab, lab.node(node), jdk, setup.agentJar(), place, false, List.of());
  }

  private LabProcess server(String name, String role) {
    Host node = lab.node(name);
    String flag =
        "-javaagent:%s=%s,cluster=%s,journal=%s,netctl=%s,insecure=true"
            .formatted(
                setup.agentJar(),
                role,
                place.cluster(),
                place.file("journal"),
                place.file(Netctl.SOCKET));
    return setup.start(lab, node, jdk, flag, place);
  }

  private boolean isProtected() {
    return first.status().getAgent().getState().getProtection() == AgentProtection.AGENT_PROTECTED;
  }
}
