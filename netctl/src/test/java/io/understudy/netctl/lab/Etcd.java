package io.understudy.netctl.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** An etcd of one member beside the switch, which can be killed and started again. */
public final class Etcd {
  private static final String CLIENTS = "http://" + Lab.ARBITER + ":2379";
  private static final String PEERS = "http://127.0.0.1:2380";

  private final Lab lab;
  private final Path data;
  private Process process;

  public Etcd(Lab lab) {
    this.lab = lab;
    this.data = lab.file("etcd");
    start();
  }

  /** As the configuration names it. */
  public static String arbiter() {
    return "etcd:" + URI.create(CLIENTS);
  }

  /** Starts it on what it kept. */
  public void start() {
    process =
        lab.beside(
            List.of(
                "etcd",
                "--data-dir",
                data.toString(),
                "--listen-client-urls",
                CLIENTS,
                "--advertise-client-urls",
                CLIENTS,
                "--listen-peer-urls",
                PEERS));
    Thread reader = new Thread(this::drain, "etcd-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void drain() {
    try {
      process.getInputStream().readAllBytes();
    } catch (IOException ended) {
      return; // killed
    }
  }
}
