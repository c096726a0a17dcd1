package io.understudy.e2e.faults;

import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.e2e.lab.Network;
import java.util.List;
import java.util.Map;

/**
 * An etcd of one member on a machine and a network of its own: on the service network a node would
 * ask it by the service's address, and a silent one would get no answer. Started again, it goes on
 * with what it kept.
 */
final class LabEtcd {
  private static final String CLIENTS = "http://" + Addresses.ARBITER + ":2379";
  private static final String PEERS = "http://127.0.0.1:2380";

  private final Lab lab;
  private LabProcess process;

  LabEtcd(Lab lab) {
    this.lab = lab;
    start();
  }

  /** As netctl's option names it. */
  static String arbiter() {
    return "etcd:" + CLIENTS;
  }

  void start() {
    process =
        lab.start(
            lab.host(Network.SWITCH),
            "etcd",
            List.of(
                "etcd",
                "--data-dir=etcd",
                "--listen-client-urls=" + CLIENTS,
                "--advertise-client-urls=" + CLIENTS,
                "--listen-peer-urls=" + PEERS),
            Map.of());
  }

  /** SIGKILL. */
  void kill() {
    process.kill();
  }

  /** SIGSTOP. */
  void pause() {
    process.pause();
  }

  /** SIGCONT. */
  void resume() {
    process.resume();
  }
}
