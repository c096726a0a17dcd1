package io.understudy.netctl.address;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The network device that the clients are reached through. Immutable. */
public final class ServiceDevice {
  private static final int ETHERNET_HEADER = 18;
  private static final String LOOPBACK = "lo";

  private final String name;
  private final int index;
  private final byte[] mac;

  private ServiceDevice(String name, int index, byte[] mac) {
    this.name = name;
    this.index = index;
    this.mac = mac;
  }

  /**
   * Looks a device of this network namespace up.
   *
   * @throws NetctlException if there is no such Ethernet device
   */
  public static ServiceDevice find(String name) {
    try {
      NetworkInterface device = NetworkInterface.getByName(name);
      if (device != null && device.getHardwareAddress() != null) {
        return new ServiceDevice(name, device.getIndex(), device.getHardwareAddress());
      }
    } catch (IOException e) {
      throw absent(name, e);
    }
    throw absent(name, null);
  }

  public String name() {
    return name;
  }

  /** The kernel's number of the device. */
  public int index() {
    return index;
  }

  /** Bytes of the longest frame, with its header. */
  public int longestFrame() {
    try {
      return NetworkInterface.getByName(name).getMTU() + ETHERNET_HEADER;
    } catch (IOException e) {
      throw absent(name, e);
    }
  }

  /**
   * The kernel's number of the loopback device.
   *
   * @throws NetctlException if it is not up
   */
  public static int loopback() {
    try {
      NetworkInterface loopback = NetworkInterface.getByName(LOOPBACK);
      if (loopback != null && loopback.isUp()) {
        return loopback.getIndex();
      }
    } catch (IOException e) {
      throw down(e);
    }
    throw down(null);
  }

  private static NetctlException down(Exception cause) {
    return new NetctlException(
        ExitCode.DEVICE_ABSENT,
        "the loopback device is not up; the input shadow is kept by way of it; 'ip link set lo up',"
            + " or set 'input.shadow' to 'off'",
        cause);
  }

  /**
   * The Ethernet addresses of all devices of this network namespace.
   *
   * @throws SocketException if a device has gone meanwhile
   */
  public static List<byte[]> allMacs() throws SocketException {
    List<byte[]> all = new ArrayList<>();
    for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      byte[] mac = device.getHardwareAddress();
      if (mac != null) {
        all.add(mac);
      }
    }
    return all;
  }

  /** Six bytes; a copy. */
  public byte[] mac() {
    return mac.clone();
  }

  private static NetctlException absent(String name, Exception cause) {
    return new NetctlException(
        ExitCode.DEVICE_ABSENT,
        "there is no Ethernet device '"
            + name
            + "' in this network namespace; the virtual address has nowhere to live; correct the"
            + " key 'device' (see 'ip link')",
        cause);
  }
}
