package io.linernotes.demand;

class InMemoryDemandRecordTest extends DemandRecordContract {

  @Override
  protected DemandRecord demand(int places) {
    return new InMemoryDemandRecord(places);
  }
}
