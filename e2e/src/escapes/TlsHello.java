import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** The client hello of an SSLEngine: random, session id, key shares. */
public final class TlsHello {

  public static void main(String[] args) throws Exception {
    SSLEngine engine = SSLContext.getDefault().createSSLEngine("example.org", 443);
    engine.setUseClientMode(true);
    ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    System.out.println(engine.wrap(ByteBuffer.allocate(0), out));
    System.out.println(HexFormat.of().formatHex(Arrays.copyOf(out.array(), out.position())));
  }
}
