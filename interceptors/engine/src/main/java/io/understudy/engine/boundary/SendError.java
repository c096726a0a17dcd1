package io.understudy.engine.boundary;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketException;

/**
 * What the JDK throws for an error of send(2). Numbers are those of {@code
 * include/uapi/asm-generic/errno-base.h} and {@code errno.h}, texts those of strerror(3), classes
 * those of {@code handleSocketError} in the JDK's {@code Net.c} and {@code DatagramChannelImpl.c}.
 */
final class SendError {
  private static final int EACCES = 13;
  private static final int EPROTO = 71;
  private static final int EADDRINUSE = 98;
  private static final int EADDRNOTAVAIL = 99;
  private static final int ENOTCONN = 107;
  private static final int ETIMEDOUT = 110;
  private static final int ECONNREFUSED = 111;
  private static final int EHOSTUNREACH = 113;

  private SendError() {}

  /**
   * The exception.
   *
   * @param datagram whether it is a datagram socket
   */
  static IOException of(int errno, boolean datagram) {
    String text = text(errno);
    if (!datagram) {
      return new IOException(text);
    }
    return switch (errno) {
      case ECONNREFUSED -> new PortUnreachableException(); // of an earlier datagram, by ICMP
      case EPROTO -> new ProtocolException(text);
      case ETIMEDOUT, ENOTCONN -> new ConnectException(text);
      case EHOSTUNREACH -> new NoRouteToHostException(text);
      case EADDRINUSE, EADDRNOTAVAIL, EACCES -> new BindException(text);
      default -> new SocketException(text);
    };
  }

  private static String text(int errno) {
    return switch (errno) {
      case 1 -> "Operation not permitted";
      case 9 -> "Bad file descriptor";
      case 12 -> "Cannot allocate memory";
      case EACCES -> "Permission denied";
      case 22 -> "Invalid argument";
      case 24 -> "Too many open files";
      case 32 -> "Broken pipe";
      case EPROTO -> "Protocol error";
      case 89 -> "Destination address required";
      case 90 -> "Message too long";
      case 97 -> "Address family not supported by protocol";
      case EADDRINUSE -> "Address already in use";
      case EADDRNOTAVAIL -> "Cannot assign requested address";
      case 100 -> "Network is down";
      case 101 -> "Network is unreachable";
      case 104 -> "Connection reset by peer";
      case 105 -> "No buffer space available";
      case ENOTCONN -> "Transport endpoint is not connected";
      case ETIMEDOUT -> "Connection timed out";
      case ECONNREFUSED -> "Connection refused";
      case 112 -> "Host is down";
      case EHOSTUNREACH -> "No route to host";
      default -> "Unknown error ".concat(Integer.toString(errno));
    };
  }
}
