package io.understudy.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class ObjectCodecTest {
  private static Object copy(Object o) throws ReflectiveOperationException {
    MemoryLog log = new MemoryLog();
    ObjectCodec.encode(log.writer(), o);
    return ObjectCodec.decode(log.reader());
  }

  @Test
  void plainValues() throws Exception {
    assertThat(copy(null)).isNull();
    assertThat(copy("h\u00e4\u0000llo")).isEqualTo("h\u00e4\u0000llo");
    assertThat(copy(new byte[] {1, -2})).isEqualTo(new byte[] {1, -2});
    assertThat(copy(new long[] {Long.MIN_VALUE, 7})).isEqualTo(new long[] {Long.MIN_VALUE, 7});
    assertThat(copy(new byte[][] {{1}, null, {}})).isEqualTo(new byte[][] {{1}, null, {}});
  }

  @Test
  void valuesKnownByNameOrBit() throws Exception {
    assertThat(copy(Thread.State.BLOCKED)).isSameAs(Thread.State.BLOCKED);
    assertThat(copy(new double[] {0.5, Double.NaN})).isEqualTo(new double[] {0.5, Double.NaN});
    assertThat(copy(new int[] {-1, 7})).isEqualTo(new int[] {-1, 7});
    assertThat(copy(new char[] {'I', 'Z'})).isEqualTo(new char[] {'I', 'Z'});
    assertThat(copy(true)).isEqualTo(true);
    assertThat(copy(String.class)).isSameAs(String.class);
    HashMap<String, Object> map = new HashMap<>();
    map.put("a", 1L);
    map.put("b", new Object[] {null, map});
    HashMap<?, ?> read = (HashMap<?, ?>) copy(map);
    assertThat(read.get("a")).isEqualTo(1L);
    assertThat(((Object[]) read.get("b"))[1]).isSameAs(read);
  }

  @Test
  void addresses() throws Exception {
    InetAddress v4 = InetAddress.getByAddress("caller", new byte[] {10, 0, 0, 7});
    InetAddress v6 = InetAddress.getByName("fe80::17");
    InetSocketAddress socket = new InetSocketAddress(v4, 5060);

    assertThat(copy(v4)).isEqualTo(v4).hasToString("caller/10.0.0.7");
    assertThat(copy(v6)).isEqualTo(v6);
    assertThat(copy(socket)).isEqualTo(socket);
    assertThat((InetAddress[]) copy(new InetAddress[] {v4, v6, v4})).containsExactly(v4, v6, v4);
  }

  @Test
  void sharedAndCyclicReferencesStayShared() throws Exception {
    InetAddress a = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});

    Object[] read = (Object[]) copy(new Object[] {a, a});
    assertThat(read[0]).isSameAs(read[1]);

    Object[] own = new Object[1];
    own[0] = own;
    Object[] cycle = (Object[]) copy(own);
    assertThat(cycle[0]).isSameAs(cycle);
  }

  @Test
  void interfaces() throws Exception {
    NetworkInterface lo = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
    NetworkInterface read = (NetworkInterface) copy(lo);

    assertThat(read).isEqualTo(lo);
    assertThat(read.getIndex()).isEqualTo(lo.getIndex());
    assertThat(read.getInterfaceAddresses()).isEqualTo(lo.getInterfaceAddresses());
  }

  @Test
  void aClassThatIsNotListedIsRefusedByName() {
    assertThatThrownBy(() -> copy(new java.util.TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.util.TreeMap");
  }
}
