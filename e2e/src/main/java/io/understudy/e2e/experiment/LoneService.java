package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.BoundPorts;
import io.understudy.e2e.lab.Command;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.e2e.lab.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Case (i): one server on alpha, which holds the service address; nothing beside it. */
public final class LoneService implements Service {
  static final Duration SERVER_START = Duration.ofSeconds(60);

  private final LabProcess server;

  /** Starts the server; returns when it has bound its port. */
  public LoneService(Lab lab, Setup setup, Jdk jdk) {
    Host alpha = lab.node("alpha");
    ip("addr", "add", Addresses.VIP + "/32", "dev", Network.SERVICE_DEVICE);
    ip(
        "route",
        "change",
        Addresses.SERVICE_NETWORK,
        "dev",
        Network.SERVICE_DEVICE,
        "src",
        Addresses.VIP);
    server = setup.start(lab, alpha, jdk, "");
    awaitBound(server, setup);
  }

  /** Waits until a server has bound the port of the service. */
  public static void awaitBound(LabProcess server, Setup setup) {
    Await.until(
        "the server binds port " + setup.port(),
        SERVER_START,
        server,
        () -> BoundPorts.isBound(server, setup.port()));
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
    return server.killJvm();
  }

  @Override
  public void takeOver() {
    // nobody is there to take over
  }

  private static void ip(String object, String... words) {
    List<String> command = new ArrayList<>(List.of("ip", "-n", "alpha", object));
    command.addAll(List.of(words));
    new Command(command).run();
  }
}
