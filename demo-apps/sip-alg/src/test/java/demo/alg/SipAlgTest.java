package demo.alg;

import static org.assertj.core.api.Assertions.assertThat;

import demo.sip.Endpoint;
import demo.sip.ServerProcess;
import demo.sip.SipPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SipAlgTest {
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
            SipAlg.class,
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

  private String establish(String callId) throws Exception {
    caller.request("INVITE", "sip:service@" + server, 1, callId, null);
    String invite = callee.expect("INVITE");
    assertThat(invite).startsWith("INVITE sip:service@" + callee.endpoint());
    assertThat(SipPeer.header(invite, "Contact")).contains(server.toString());
    callee.answer(invite, "200 OK");
    return caller.expect(" 200 ");
  }

  @Test
  void isInTheWayOfAWholeCall() throws Exception {
    String ok = establish("whole");
    assertThat(SipPeer.header(ok, "Contact")).contains(server.toString());
    caller.request("ACK", "sip:callee@" + server, 1, "whole", SipPeer.toTag(ok));
    callee.expect("ACK sip:callee@" + callee.endpoint());
    caller.request("BYE", "sip:callee@" + server, 2, "whole", SipPeer.toTag(ok));
    callee.answer(callee.expect("BYE sip:callee@" + callee.endpoint()), "200 OK");
    assertThat(SipPeer.header(caller.expect(" 200 "), "CSeq")).isEqualTo("2 BYE");
  }

  @Test
  void knowsNoCallItDidNotSetUp() throws Exception {
    caller.request("BYE", "sip:callee@" + server, 2, "never", "to1");
    caller.expect(" 481 ");
    String ok = establish("known");
    caller.request("BYE", "sip:callee@" + server, 2, "known", "another" + SipPeer.toTag(ok));
    caller.expect(" 481 ");
  }

  @Test
  void cancelsARingingCall() throws Exception {
    caller.request("INVITE", "sip:service@" + server, 1, "cancelled", null);
    String invite = callee.expect("INVITE");
    callee.answer(invite, "180 Ringing");
    caller.expect(" 180 ");
    caller.request("CANCEL", "sip:service@" + server, 1, "cancelled", null);
    callee.expect("CANCEL");
  }
}
