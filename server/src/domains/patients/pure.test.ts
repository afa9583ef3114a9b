import { describe, expect, test } from 'vitest';
import { mayAsk, stricter } from './consent.ts';
import { formOfAddress, surnameOf } from './form-of-address.ts';
import { normalisePhone } from './phone.ts';
import { contradictsIdentifier, contradictsPhone, sameName, type Traits } from './same-person.ts';
import { maskName, pseudonym, showCard } from './shown.ts';

describe('phones', () => {
  test.each([
    ['13800000000', '+8613800000000'],
    ['138 0000-0000', '+8613800000000'],
    ['+86 138 0000 0000', '+8613800000000'],
    ['0086-13800000000', '+8613800000000'],
    ['8613800000000', '+8613800000000'],
    ['013800000000', '+8613800000000'],
    ['１３８００００００００', '+8613800000000'],
    ['021-55550101', '+862155550101'],
    ['(021) 5555 0101', '+862155550101'],
    ['010-66660101转8001', '+861066660101'],
    ['+86 21 55550101', '+862155550101'],
    ['0571-87654321', '+8657187654321'],
    ['0571-8765432', '+865718765432'],
    ['021-55550101-802', '+862155550101'],
    ['+852 2345 6789', '+85223456789'],
    ['+1 (415) 555-0100', '+14155550100'],
  ])('%s is dialled as %s', (text, dialled) => {
    expect(normalisePhone(text)).toBe(dialled);
  });

  test('a landline of the town needs its area', () => {
    expect(normalisePhone('55550101')).toBeNull();
    expect(normalisePhone('55550101', '021')).toBe('+862155550101');
    expect(normalisePhone('8765432', '0571')).toBe('+865718765432');
  });

  test.each(['', '无', '12345', '138000000', '1380000000000', '021', 'abc', '00'])('%j cannot be dialled', (text) => {
    expect(normalisePhone(text, '021')).toBeNull();
  });

  test('what was normalised stays as it is', () => {
    for (const number of ['+8613800000000', '+862155550101', '+85223456789'])
      expect(normalisePhone(number)).toBe(number);
  });
});

describe('form of address', () => {
  const name = '张桂兰';
  const call = (sex: 'male' | 'female' | 'other' | 'unknown', age: number | null, wish: string | null = null) =>
    formOfAddress({ name, sex, age, wish });

  test('the wish goes before age and sex', () => {
    expect(call('female', 68, '李老师')).toBe('李老师');
    expect(call('female', 68, '  ')).toBe('张阿姨');
  });
  test.each([
    ['female', 80, '张奶奶'],
    ['male', 80, '张爷爷'],
    ['female', 79, '张阿姨'],
    ['male', 55, '张叔叔'],
    ['female', 54, '张女士'],
    ['male', 18, '张先生'],
    ['female', 17, '张同学'],
    ['male', 13, '桂兰小朋友'],
    ['female', null, '张女士'],
    ['male', null, '张先生'],
    ['unknown', null, '张桂兰'],
    ['other', 70, '张桂兰'],
  ] as const)('%s of %s is %s', (sex, age, called) => {
    expect(call(sex, age)).toBe(called);
  });
  test('compound surnames and foreign names stay whole', () => {
    expect(surnameOf('欧阳修')).toBe('欧阳');
    expect(surnameOf('欧阳')).toBe('欧');
    expect(formOfAddress({ name: '欧阳修', sex: 'male', age: 30, wish: null })).toBe('欧阳先生');
    expect(formOfAddress({ name: 'John Smith', sex: 'male', age: 30, wish: null })).toBe('John Smith');
    expect(formOfAddress({ name: '阿依古丽·买买提', sex: 'female', age: 30, wish: null })).toBe('阿依古丽·买买提');
  });
});

describe('what a reader is shown', () => {
  const person = {
    id: '01890000-0000-7000-8000-00000000af3a',
    name: '张桂兰',
    sex: 'female',
    age: 68,
    wish: null,
    elder: true,
  } as const;
  test.each([
    ['张桂兰', '张*兰'],
    ['张兰', '张*'],
    ['欧阳修远', '欧**远'],
    ['兰', '*'],
    ['', '*'],
    ['John Smith', 'J*** S****'],
    ['Madonna', 'M******'],
  ])('%s is masked as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
  test('each degree shows less', () => {
    expect(showCard('full', person)).toMatchObject({ name: '张桂兰', formOfAddress: '张阿姨', age: 68, sex: 'female' });
    expect(showCard('name-only', person)).toEqual({
      id: person.id,
      name: '张*兰',
      formOfAddress: '张*兰',
      age: null,
      sex: 'unknown',
      elder: true,
    });
    expect(showCard('pseudonym', person).name).toBe('患者 AF3A');
    expect(pseudonym(person.id)).toBe('患者 AF3A');
    expect(JSON.stringify(showCard('none', person))).not.toMatch(/张|AF3A/);
  });
});

describe('same person', () => {
  const known: Traits = {
    name: '张桂兰',
    sex: 'female',
    bornOn: '1958-03-02',
    identifiers: [
      { system: 'mrn', value: '1', type: 'medical-record' },
      { system: 'id', value: '310101195803020028', type: 'national-id' },
    ],
  };
  test('an identifier holds unless the national id, or name and birth date together, differ', () => {
    expect(contradictsIdentifier({ ...known, name: '张桂芳' }, known)).toBe(false);
    expect(contradictsIdentifier({ ...known, bornOn: '1958-03-20' }, known)).toBe(false);
    expect(contradictsIdentifier({ ...known, name: '张桂芳', bornOn: '1961-01-01' }, known)).toBe(true);
    const other = [{ system: 'x', value: '310101196101010028', type: 'national-id' }];
    expect(contradictsIdentifier({ ...known, identifiers: other }, known)).toBe(true);
    expect(contradictsIdentifier({ ...known, identifiers: [] }, known)).toBe(false);
  });
  test('a phone holds only while nothing speaks against it', () => {
    const seen: Traits = { name: '张 桂兰', sex: 'unknown', bornOn: null, identifiers: [] };
    expect(contradictsPhone(seen, known)).toBe(false);
    expect(contradictsPhone({ ...seen, name: '张桂芳' }, known)).toBe(true);
    expect(contradictsPhone({ ...seen, sex: 'male' }, known)).toBe(true);
    expect(contradictsPhone({ ...seen, bornOn: '1988-03-02' }, known)).toBe(true);
    expect(
      contradictsPhone({ ...seen, identifiers: [{ system: 'mrn', value: '2', type: 'medical-record' }] }, known),
    ).toBe(true);
    expect(
      contradictsPhone({ ...seen, identifiers: [{ system: 'old', value: '2', type: 'medical-record' }] }, known),
    ).toBe(false);
  });
  test('names are compared without spaces, width and dots', () => {
    expect(sameName('Ｊohn  smith', 'John Smith')).toBe(true);
    expect(sameName('买买提·阿里', '买买提阿里')).toBe(true);
    expect(sameName('张桂兰', '张桂芳')).toBe(false);
  });
});

describe('consent', () => {
  test('the stricter decision holds; an unasked record says nothing', () => {
    type Decision = { state: 'granted' | 'refused' | 'withdrawn' };
    const granted: Decision = { state: 'granted' };
    const refused: Decision = { state: 'refused' };
    const withdrawn: Decision = { state: 'withdrawn' };
    expect(stricter(granted, refused)).toBe(refused);
    expect(stricter(withdrawn, refused)).toBe(withdrawn);
    expect(stricter(undefined, granted)).toBe(granted);
    expect(stricter(undefined, undefined)).toBeUndefined();
  });
  test('a refusal stands for its stay', () => {
    expect(mayAsk(null, 'e1')).toBe(true);
    expect(mayAsk({ state: 'refused', encounter_id: 'e1' }, 'e1')).toBe(false);
    expect(mayAsk({ state: 'withdrawn', encounter_id: 'e1' }, 'e1')).toBe(false);
    expect(mayAsk({ state: 'refused', encounter_id: 'e1' }, 'e2')).toBe(true);
    expect(mayAsk({ state: 'granted', encounter_id: 'e1' }, 'e1')).toBe(true);
  });
});
