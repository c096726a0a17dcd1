package demo.b2bua;

import javax.sip.ServerTransaction;

/** Hangs on a client transaction: where its answer goes. */
record Relay(Bridge bridge, String method, ServerTransaction upstream) {}
