package io.understudy.engine.boundary;

import java.io.FileDescriptor;
import java.io.IOException;

/** Datagrams that the kernel holds for the server. Any thread but a managed one. */
public final class UnreadInput {
  private UnreadInput() {}

  /** How many datagram sockets of the server hold something that it has not read. */
  public static int sockets() {
    int unread = 0;
    FileDescriptor fd = new FileDescriptor();
    for (int number : ManagedDescriptors.datagrams()) {
      Descriptor.set(fd, number);
      try {
        if ((RealNatives.get().poll(fd, Blocking.POLLIN, 0) & Blocking.POLLIN) != 0) {
          unread++;
        }
      } catch (IOException closed) {
        // nobody will read there any more
      }
    }
    return unread;
  }
}
