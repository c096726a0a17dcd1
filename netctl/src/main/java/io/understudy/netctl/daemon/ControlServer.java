package io.understudy.netctl.daemon;

import io.understudy.link.control.ControlChannel;
import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Semaphore;

/** Listens on the unix socket and serves each connection on a thread of its own. */
final class ControlServer implements AutoCloseable {
  private static final int MAX_SESSIONS = 64;

  private final Path path;
  private final Node node;
  private final EventLog events;
  private final ServerSocketChannel channel;
  private final Semaphore free = new Semaphore(MAX_SESSIONS);
  private int sessions;

  /**
   * Binds the socket; nobody is served yet.
   *
   * @param group that may use the socket, or empty
   * @throws NetctlException if a daemon answers there already, or the path cannot be used
   */
  ControlServer(Path path, String group, Node node, EventLog events) {
    this.path = path;
    this.node = node;
    this.events = events;
    try {
      removeStale(path);
      channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      channel.bind(UnixDomainSocketAddress.of(path));
      restrict(path, group);
    } catch (IOException e) {
      throw new NetctlException(
          ExitCode.CONFIG_ERROR,
          "cannot listen on "
              + path
              + " ("
              + e
              + "); agents and operators could not reach netctl; correct 'socket' or"
              + " 'socket.group', and see that the directory exists",
          e);
    }
  }

  /** Begins to accept. */
  void start() {
    Thread accept = new Thread(this::accept, "netctl-accept");
    accept.setDaemon(true);
    accept.start();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }

  private void accept() {
    while (channel.isOpen()) {
      try {
        SocketChannel connection = channel.accept();
        if (!free.tryAcquire()) {
          events.add("session-refused", MAX_SESSIONS + " connections are open");
          connection.close();
          continue;
        }
        Session session = new Session(node, new ControlChannel(connection), events);
        Thread thread = new Thread(() -> serve(session), "netctl-session-" + ++sessions);
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        if (channel.isOpen()) {
          events.add("accept-failed", e.toString());
        }
      }
    }
  }

  private void serve(Session session) {
    try {
      session.serve();
    } finally {
      free.release();
    }
  }

  /** A killed daemon leaves its socket file behind; a living one answers. */
  private static void removeStale(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try {
      ControlChannel.connect(path).close();
    } catch (IOException nobodyListens) {
      Files.delete(path);
      return;
    }
    throw new NetctlException(
        ExitCode.ALREADY_RUNNING,
        "another netctl answers on " + path + "; two would fight for the address; stop it first");
  }

  private static void restrict(Path path, String group) throws IOException {
    if (!group.isEmpty()) {
      PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
      view.setGroup(
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group));
    }
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
  }
}
