package io.understudy.e2e.lab;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * One run's network and processes. Closing kills every process, the last begun first, and removes
 * the network, so that no run finds traces of another.
 */
public final class Lab implements AutoCloseable {
  private final Path directory;
  private final Path mountPoint;
  private final Deque<LabProcess> processes = new ArrayDeque<>();

  /**
   * Builds the network of a lab whose files are kept in a directory.
   *
   * @param directory where each host has a directory of its own
   * @param mountPoint an existing directory under which a server node sees its own
   */
  public Lab(Path directory, Path mountPoint) {
    this.directory = directory;
    this.mountPoint = mountPoint;
    Network.create();
  }

  /** A host that runs no server: caller, cluster or switch. */
  public Host host(String name) {
    return Host.of(name, directory.resolve(name));
  }

  /** A server node: alpha or beta. */
  public Host node(String name) {
    return new Host(name, directory.resolve(name), mountPoint, Map.of());
  }

  /** Starts a process that this lab will end. */
  public LabProcess start(
      Host host, String label, List<String> command, Map<String, String> environment) {
    return own(host.start(label, command, environment));
  }

  /** As {@link #start}, with the standard streams as pipes. */
  public LabProcess startPiped(Host host, String label, List<String> command) {
    return own(host.startPiped(label, command));
  }

  private LabProcess own(LabProcess process) {
    processes.push(process);
    return process;
  }

  @Override
  public void close() {
    while (!processes.isEmpty()) {
      processes.pop().kill();
    }
    Network.destroy();
  }
}
