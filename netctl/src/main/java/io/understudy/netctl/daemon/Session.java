package io.understudy.netctl.daemon;

import io.understudy.link.control.ControlChannel;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.OperatorReply;
import io.understudy.link.message.OperatorRequest;
import java.io.IOException;

/**
 * One connection to the unix socket: an agent's, its life line, or an operator's, by its first
 * frame.
 */
final class Session implements AgentLink {
  private final Node node;
  private final ControlChannel channel;
  private final EventLog events;
  private long lifeOf;

  Session(Node node, ControlChannel channel, EventLog events) {
    this.node = node;
    this.channel = channel;
    this.events = events;
  }

  @Override
  public void tell(ControlFrame frame) {
    try {
      channel.write(frame);
    } catch (IOException broken) {
      events.add("agent-unreachable", broken.toString());
    }
  }

  /** Serves the connection until it ends. */
  void serve() {
    boolean died = true;
    String reason = "its connection ended without a farewell: the process is dead";
    try (channel) {
      for (ControlFrame frame = channel.read(); frame != null; frame = channel.read()) {
        if (frame.hasFarewell()) {
          died = false;
          reason = "farewell: " + frame.getFarewell().getReason();
          return;
        }
        if (!handle(frame)) {
          return;
        }
      }
    } catch (IOException e) {
      reason = "its connection broke: " + e;
      events.add("session-broken", e.toString());
    } catch (RuntimeException fault) {
      reason = "fault: " + fault;
      events.add("fault", fault.toString());
    } finally {
      if (lifeOf == 0) {
        node.gone(this, reason, died);
      } else {
        node.lifeEnded(lifeOf);
      }
    }
  }

  /** False ends the connection. */
  private boolean handle(ControlFrame frame) throws IOException {
    node.heard(this);
    switch (frame.getBodyCase()) {
      case CLAIM -> {
        boolean either = frame.getClaim().getEither();
        channel.write(Orders.mandate(either ? node.either() : node.mandate()));
        return false;
      }
      case ALONE -> node.alone(this);
      case REGISTER -> {
        return node.register(this, frame.getRegister());
      }
      case LIFE_LINE -> lifeOf = frame.getLifeLine().getPid();
      case FOLLOWS -> node.follows(this, frame.getFollows());
      case STATE -> node.state(this, frame.getState());
      case PEER_LOST -> node.peerLost(this, frame.getPeerLost());
      case CONSUMED -> node.consumed(this, frame.getConsumed());
      case PROMOTED -> node.promoted(this, frame.getPromoted());
      case HANDED_OVER -> node.handedOver(this, frame.getHandedOver());
      case REQUEST ->
          channel.write(ControlFrame.newBuilder().setReply(answer(frame.getRequest())).build());
      default -> throw new IOException("unexpected frame " + frame.getBodyCase());
    }
    return true;
  }

  private OperatorReply answer(OperatorRequest request) {
    if (request.getProtocol() != ControlChannel.PROTOCOL) {
      return OperatorReply.newBuilder()
          .setMessage("this netctl speaks protocol " + ControlChannel.PROTOCOL)
          .build();
    }
    return switch (request.getAction()) {
      case OPERATOR_STATUS ->
          OperatorReply.newBuilder().setDone(true).setStatus(node.status()).build();
      case OPERATOR_SPEAK -> node.speak(request.getForce());
      case OPERATOR_SILENCE -> node.silence();
      case OPERATOR_TAKEOVER -> node.takeover(request.getForce());
      case OPERATOR_SWITCHOVER -> node.switchover();
      case OPERATOR_MAINTENANCE_ON -> node.maintenance(true);
      case OPERATOR_MAINTENANCE_OFF -> node.maintenance(false);
      default -> OperatorReply.newBuilder().setMessage("unknown action").build();
    };
  }
}
