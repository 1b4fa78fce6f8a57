import { post } from './api.js';

/** Whether an answer helped, and a comment for those who look after the documents. */
export function rate(turn, answerOf) {
  const form = turn.querySelector('.comment');
  const said = form.querySelector('[role=status]');
  const buttons = [turn.querySelector('.helpful'), turn.querySelector('.unhelpful')];
  const [send, leave] = form.querySelectorAll('button');

  const save = async (comment) => {
    const helpful = buttons[0].getAttribute('aria-pressed') === 'true';
    try {
      await post(`/api/answers/${answerOf().id}/feedback`, comment ? { helpful, comment } : { helpful });
      return true;
    } catch (error) {
      said.textContent = error.status ? error.message : 'Docent cannot be reached; try again in a moment.';
      return false;
    }
  };

  buttons.forEach((button, index) => button.addEventListener('click', async () => {
    buttons.forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
    form.querySelector('label span').textContent = index === 0 ? 'What was good about it? (optional)' : 'What was wrong or missing? (optional)';
    form.hidden = false;
    send.hidden = false;
    form.querySelector('label').hidden = false;
    leave.textContent = 'Leave it';
    if (await save('')) {
      said.textContent = 'Noted.';
    }
  }));

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (await save(form.querySelector('textarea').value.trim())) {
      said.textContent = 'Thank you.';
      send.hidden = true;
      form.querySelector('label').hidden = true;
      leave.textContent = 'Close';
      leave.focus();
    }
  });
  leave.addEventListener('click', () => { form.hidden = true; });
}
