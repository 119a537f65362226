/** Comes later: while it is on its way React hides what stands beside it, the meeting too, which goes on. */
export default function Agenda() {
  return <p id="agenda-text">Who does what until tomorrow?</p>;
}
