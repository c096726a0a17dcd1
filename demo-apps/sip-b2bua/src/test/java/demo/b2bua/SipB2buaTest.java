package demo.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import demo.sip.Endpoint;
import demo.sip.ServerProcess;
import demo.sip.SipPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SipB2buaTest {
  private Endpoint server;
  private SipPeer caller;
  private SipPeer callee;
  private ServerProcess process;

  @BeforeEach
  void start() throws Exception {
    server = new Endpoint("127.0.0.1", SipPeer.freePort());
    caller = new SipPeer(server);
    callee = new SipPeer(server);
    process =
        new ServerProcess(
            SipB2bua.class,
            "--bind",
            "0.0.0.0:" + server.port(),
            "--cluster",
            callee.endpoint().toString());
  }

  @AfterEach
  void stop() {
    process.close();
    caller.close();
    callee.close();
  }

  @Test
  void tiesTwoCallsTogether() throws Exception {
    caller.request("INVITE", "sip:service@" + server, 1, "whole", null);
    String invite = callee.expect("INVITE");
    assertThat(SipPeer.header(invite, "Call-ID")).isNotEqualTo("whole");
    assertThat(SipPeer.header(invite, "Via")).doesNotContain(caller.endpoint().toString());
    callee.answer(invite, "200 OK");
    String ok = caller.expect(" 200 ");
    assertThat(SipPeer.header(ok, "Contact")).contains(server.toString());
    assertThat(SipPeer.toTag(ok)).isNotEqualTo("to1");
    caller.request("ACK", "sip:b2bua@" + server, 1, "whole", SipPeer.toTag(ok));
    callee.expect("ACK sip:callee@" + callee.endpoint());
    caller.request("BYE", "sip:b2bua@" + server, 2, "whole", SipPeer.toTag(ok));
    callee.answer(callee.expect("BYE sip:callee@" + callee.endpoint()), "200 OK");
    String answer;
    do {
      answer = caller.expect(" 200 ");
    } while (!SipPeer.header(answer, "CSeq").equals("2 BYE"));
  }

  @Test
  void knowsNoCallItDidNotSetUp() throws Exception {
    caller.request("BYE", "sip:b2bua@" + server, 2, "never", "to1");
    caller.expect(" 481 ");
  }

  @Test
  void cancelsARingingCall() throws Exception {
    caller.request("INVITE", "sip:service@" + server, 1, "cancelled", null);
    String invite = callee.expect("INVITE");
    callee.answer(invite, "180 Ringing");
    caller.expect(" 180 ");
    caller.request("CANCEL", "sip:service@" + server, 1, "cancelled", null);
    caller.expect(" 487 ");
    callee.expect("CANCEL");
  }
}
