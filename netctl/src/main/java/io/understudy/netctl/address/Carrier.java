package io.understudy.netctl.address;

import io.understudy.netctl.kernel.KernelRefusal;
import io.understudy.netctl.kernel.NetlinkMessage;
import io.understudy.netctl.kernel.NetlinkSocket;
import java.util.function.BooleanSupplier;

/** Whether a device can send, by rtnetlink(7): it is up and its cable, or its peer, is there. */
public final class Carrier implements BooleanSupplier, AutoCloseable {
  /** Length of {@code struct ifinfomsg}, and where its flags are. */
  private static final int IFINFOMSG_FLAGS = 8;

  private static final int RTM_GETLINK = 18;

  /** netdevice(7): IFF_UP, IFF_RUNNING, IFF_LOWER_UP. */
  private static final int UP = 1 | 1 << 6 | 1 << 16;

  private final NetlinkSocket netlink = new NetlinkSocket(NetlinkSocket.ROUTE);
  private final int device;

  public Carrier(ServiceDevice device) {
    this.device = device.index();
  }

  /** Some 20 µs. A device that is gone has none. */
  @Override
  public boolean getAsBoolean() {
    boolean[] up = {false};
    try {
      netlink.dump(
          "ask for the carrier",
          new NetlinkMessage()
              .message(RTM_GETLINK, NetlinkMessage.NLM_F_ACK)
              .raw((byte) 0, (byte) 0, (byte) 0, (byte) 0)
              .raw32(device)
              .raw32(0)
              .raw32(0),
          entry -> up[0] = (entry.getInt(IFINFOMSG_FLAGS) & UP) == UP);
      return up[0];
    } catch (KernelRefusal gone) {
      return false;
    }
  }

  @Override
  public void close() {
    netlink.close();
  }
}
