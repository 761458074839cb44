/** What a device knows of the door: who may come in, as of when the server told it. */
export class GateBook {
  #tickets;

  /** @param json as `GET /pop-ups/{id}/door/book` answers it */
  constructor(json) {
    this.json = json;
    this.#tickets = new Map(json.tickets.map((row) => [row.ticket, row]));
  }

  get popUp() {
    return this.json.popUp;
  }

  gate(id) {
    return this.json.gates.find((gate) => gate.id === id) ?? null;
  }

  device(id) {
    return this.json.devices.find((device) => device.id === id) ?? null;
  }

  /** A ticket with what is usual of it said too, or null. */
  ticket(number) {
    const row = this.#tickets.get(number);
    if (!row) return null;
    const { kind, name = null, issue = 1, validity = 'VALID', due = null, entries = 0, inside = 0, earlier } = row;
    return { number, kind: this.json.kinds[kind] ?? '', name, issue, validity, due, entries, inside, earlier: earlier ? { ...earlier, device: this.json.devices[earlier.device]?.id ?? '' } : null };
  }

  /** How far the pop-up has come by this time (ms): doors open and close by themselves, with or without a network. */
  phaseAt(now) {
    const { phase, doors, closes } = this.json;
    const opened = phase === 'PUBLISHED' && now >= Date.parse(doors) ? 'DOORS_OPEN' : phase;
    return opened === 'DOORS_OPEN' && now >= Date.parse(closes) ? 'CLOSED' : opened;
  }

  /** Tickets whose holder's name has these letters in it, at most so many. */
  named(letters, most = 50) {
    const wanted = letters.trim().toLowerCase();
    const found = this.json.tickets.filter(({ name }) => wanted && name?.toLowerCase().includes(wanted));
    return found.slice(0, most).map(({ ticket }) => this.ticket(ticket));
  }
}
