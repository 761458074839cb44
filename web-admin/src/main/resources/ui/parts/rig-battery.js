/** `{level, charging}`; level is null where the browser does not tell, and then `charging` is the trainer's word. */
export async function checkBattery({ pluggedIn }) {
  const battery = await navigator.getBattery?.().catch(() => null);
  return battery ? { level: Math.round(battery.level * 100) / 100, charging: battery.charging } : { level: null, charging: pluggedIn };
}
