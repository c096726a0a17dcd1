package io.understudy.netctl.address;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address with its prefix length, such as {@code 10.77.0.100/32}.
 *
 * @param length 0 to 32, or 0 to 128
 */
public record Prefix(InetAddress address, int length) {
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

  /**
   * Reads an address with or without a length; without one it is the whole address. Names are never
   * looked up.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static Prefix parse(String text) {
    int slash = text.indexOf('/');
    InetAddress address = literal(slash < 0 ? text : text.substring(0, slash));
    int whole = address.getAddress().length * Byte.SIZE;
    if (slash < 0) {
      return new Prefix(address, whole);
    }
    try {
      int length = Integer.parseInt(text.substring(slash + 1));
      if (length >= 0 && length <= whole) {
        return new Prefix(address, length);
      }
    } catch (NumberFormatException notANumber) {
      // reported below
    }
    throw new IllegalArgumentException(
        "'" + text + "' has no prefix length between 0 and " + whole);
  }

  /** Reads an address literal. */
  static InetAddress literal(String text) {
    try {
      if (LITERAL.matcher(text).matches()
          && (text.contains(":") || text.split("\\.").length == 4)) {
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'" + text + "' is not an IP address", e);
    }
    throw new IllegalArgumentException("'" + text + "' is not an IP address");
  }

  public boolean isIpv6() {
    return address instanceof Inet6Address;
  }

  /** True for /32 and /128. */
  public boolean isHost() {
    return length == address.getAddress().length * Byte.SIZE;
  }

  /** Whether an address of the same family begins with it. */
  public boolean contains(InetAddress other) {
    byte[] own = address.getAddress();
    byte[] bytes = other.getAddress();
    if (own.length != bytes.length) {
      return false;
    }
    BigInteger difference = new BigInteger(1, own).xor(new BigInteger(1, bytes));
    return difference.shiftRight(own.length * Byte.SIZE - length).signum() == 0;
  }

  @Override
  public String toString() {
    return address.getHostAddress() + "/" + length;
  }
}
