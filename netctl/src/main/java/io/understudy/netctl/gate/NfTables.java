package io.understudy.netctl.gate;

/** Numbers from linux/netfilter/nf_tables.h and nfnetlink.h. */
final class NfTables {
  static final int NFNL_MSG_BATCH_BEGIN = 16;
  static final int NFNL_MSG_BATCH_END = 17;
  static final int NFNL_SUBSYS_NFTABLES = 10;
  static final int NFT_MSG_GETTABLE = 1;
  static final int NFT_MSG_GETSET = 10;
  static final int NFT_MSG_NEWSETELEM = 12;
  static final int NFT_MSG_GETSETELEM = 13;
  static final int NFT_MSG_DELSETELEM = 14;
  static final int NFPROTO_NETDEV = 5;

  static final int NFTA_TABLE_NAME = 1;
  static final int NFTA_SET_TABLE = 1;
  static final int NFTA_SET_NAME = 2;
  static final int NFTA_SET_ELEM_LIST_TABLE = 1;
  static final int NFTA_SET_ELEM_LIST_SET = 2;
  static final int NFTA_SET_ELEM_LIST_ELEMENTS = 3;
  static final int NFTA_LIST_ELEM = 1;
  static final int NFTA_SET_ELEM_KEY = 1;
  static final int NFTA_SET_ELEM_DATA = 2;
  static final int NFTA_SET_ELEM_TIMEOUT = 4;
  static final int NFTA_SET_ELEM_EXPIRATION = 5;
  static final int NFTA_DATA_VALUE = 1;

  /** sizeof(struct nfgenmsg). */
  static final int NFGENMSG = 4;

  private NfTables() {}

  /** The type of a message of the subsystem. */
  static int type(int operation) {
    return NFNL_SUBSYS_NFTABLES << 8 | operation;
  }
}
