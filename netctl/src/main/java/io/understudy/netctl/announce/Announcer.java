package io.understudy.netctl.announce;

import io.understudy.netctl.address.Prefix;
import io.understudy.netctl.address.ServiceDevice;
import io.understudy.netctl.kernel.KernelRefusal;
import io.understudy.netctl.kernel.PacketSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Announces the virtual addresses: gratuitous ARP as request and as reply, unsolicited neighbour
 * advertisement for IPv6.
 *
 * <p>The first announcement is sent by the caller; the later ones by the timer thread.
 */
public final class Announcer implements Announcements, AutoCloseable {
  /** Between announcements, so that one full queue does not lose them all. */
  private static final long SPACING_MILLIS = 2;

  /**
   * By this factor the first ones grow apart: what loses one, a port that the switch still blocks
   * or a neighbour that keeps what it learnt for a second (locktime of arp(7)), loses its
   * neighbours, too.
   */
  private static final long GROWTH = 4;

  private final PacketSocket socket;
  private final ScheduledExecutorService timer;
  private final AnnouncePlan plan;
  private final List<byte[]> frames = new ArrayList<>();
  private final List<byte[]> probes = new ArrayList<>();
  private final List<ScheduledFuture<?>> pending = new ArrayList<>();

  public Announcer(
      ServiceDevice device, List<Prefix> vips, AnnouncePlan plan, ScheduledExecutorService timer) {
    this.socket = new PacketSocket(device.index());
    this.timer = timer;
    this.plan = plan;
    for (Prefix vip : vips) {
      byte[] address = vip.address().getAddress();
      probes.add(AddressProbe.frame(device.mac(), address));
      if (vip.isIpv6()) {
        frames.add(NeighborAdvertisement.frame(device.mac(), address));
      } else {
        frames.add(GratuitousArp.frame(device.mac(), address, GratuitousArp.REQUEST));
        frames.add(GratuitousArp.frame(device.mac(), address, GratuitousArp.REPLY));
      }
    }
  }

  @Override
  public synchronized void start() {
    stop();
    announce();
    long later = plan.againAfter().toMillis();
    long at = SPACING_MILLIS;
    for (int i = 1; i < plan.first(); i++) {
      schedule(Math.min(at, later));
      at = Math.min(at * GROWTH, later);
    }
    for (int i = 0; i < plan.again(); i++) {
      schedule(later + i * SPACING_MILLIS);
    }
    long refresh = plan.refresh().toMillis();
    if (refresh > 0) {
      pending.add(timer.scheduleAtFixedRate(this::repeat, refresh, refresh, TimeUnit.MILLISECONDS));
    }
  }

  @Override
  public synchronized void stop() {
    pending.forEach(future -> future.cancel(false));
    pending.clear();
  }

  /**
   * Sends each frame once.
   *
   * @return how many left; a shut gate drops them all
   */
  public synchronized int announce() {
    int sent = 0;
    for (byte[] frame : frames) {
      sent += socket.send(frame) ? 1 : 0;
    }
    return sent;
  }

  /** Asks whether another host has an address of ours: each that does will claim it. */
  public synchronized void probe() {
    probes.forEach(socket::send);
  }

  /** A device that is gone for a while must not end the later announcements. */
  private void repeat() {
    try {
      announce();
    } catch (KernelRefusal deviceGone) {
      // the next one may find it again
    }
  }

  @Override
  public void close() {
    stop();
    socket.close();
  }

  private void schedule(long atMillis) {
    pending.add(timer.schedule(this::repeat, atMillis, TimeUnit.MILLISECONDS));
  }
}
