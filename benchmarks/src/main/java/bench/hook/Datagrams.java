package bench.hook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Datagrams of 500 bytes over loopback. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = Shots.WARM_UP, batchSize = Shots.SOME)
@Measurement(iterations = Shots.MEASURED, batchSize = Shots.SOME)
@Fork(1)
public class Datagrams {
  private static final int SIZE = 500;

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE);
  private DatagramChannel channel;
  private DatagramChannel sink;
  private SocketAddress self;
  private SocketAddress elsewhere;

  @Setup
  public void open() throws IOException {
    channel = bound();
    sink = bound();
    self = channel.getLocalAddress();
    elsewhere = sink.getLocalAddress();
  }

  @TearDown
  public void close() throws IOException {
    channel.close();
    sink.close();
  }

  /** To a socket that nobody reads: the kernel drops what does not fit. */
  @Benchmark
  public int send() throws IOException {
    return channel.send(buffer.clear(), elsewhere);
  }

  /** The receive finds its datagram there. */
  @Benchmark
  public SocketAddress sendAndReceive() throws IOException {
    channel.send(buffer.clear(), self);
    return channel.receive(buffer.clear());
  }

  private static DatagramChannel bound() throws IOException {
    return DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }
}
