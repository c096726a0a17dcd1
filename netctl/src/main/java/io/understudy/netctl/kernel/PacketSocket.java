package io.understudy.netctl.kernel;

import com.sun.jna.LastErrorException;

/**
 * Sends whole Ethernet frames through one device (packet(7)). Any thread.
 *
 * <p>The socket has protocol 0: nothing is ever queued to it.
 */
public final class PacketSocket implements AutoCloseable {
  private final int descriptor;
  private final int interfaceIndex;

  /**
   * Opens a socket for one device.
   *
   * @param interfaceIndex of the device
   */
  public PacketSocket(int interfaceIndex) {
    descriptor = Libc.socket(Libc.AF_PACKET, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, 0);
    this.interfaceIndex = interfaceIndex;
  }

  /**
   * Sends one frame.
   *
   * @return false if the frame was dropped on its way out, as a shut gate does, or the device is
   *     down
   * @throws KernelRefusal for any other reason
   */
  public boolean send(byte[] frame) {
    byte[] target = LinkLayerAddress.target(interfaceIndex, frame);
    try {
      Libc.sendto(descriptor, frame, frame.length, 0, target, target.length);
      return true;
    } catch (LastErrorException e) {
      if (e.getErrorCode() == Errno.ENOBUFS || e.getErrorCode() == Errno.ENETDOWN) {
        return false;
      }
      throw new KernelRefusal("send a frame", e.getErrorCode());
    }
  }

  @Override
  public void close() {
    Libc.close(descriptor);
  }
}
