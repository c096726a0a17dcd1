package io.understudy.netctl.daemon;

import io.understudy.link.message.ControlFrame;

/** The way to a connected agent. */
interface AgentLink {
  /** Sends a frame. A broken connection is not reported here: its reader notices. */
  void tell(ControlFrame frame);
}
